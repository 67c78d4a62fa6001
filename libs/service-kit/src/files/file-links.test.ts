import { exampleId } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { FileLinks, type SignedLink } from './file-links.ts';

const hour = 3_600_000;
let now = 100 * hour;
const links = new FileLinks({ podSecret: 's'.repeat(32), filesUrl: 'http://{slug}.files-unityplan.localhost:8080' }, () => now);
const fileId = exampleId(30);

function read(url: string): SignedLink {
  const { pathname, searchParams } = new URL(url);
  const [, , id, size] = pathname.split('/');
  return { fileId: id!, size: size!, ends: searchParams.get('e')!, signature: searchParams.get('s')! };
}

it('opens what it made, for 6 to 12 hours', () => {
  const url = links.signed('DK', fileId, 'large');
  expect(url).toMatch(/^http:\/\/dk\.files-unityplan\.localhost:8080\/f\/01900000-0000-7000-8000-00000000001e\/large\?e=[0-9a-z]+&s=[\w-]{22}$/);
  expect(links.remaining('DK', read(url))).toBe(links.expiresAt().getTime() - now);
  for (const later of [0, 5, 6, 11]) {
    now = (96 + later) * hour;
    const left = links.remaining('DK', read(links.signed('DK', fileId, 'large')))!;
    expect(left).toBeGreaterThan(6 * hour - 1);
    expect(left).toBeLessThanOrEqual(12 * hour);
  }
});

it('stays the same within a period, so that it can be kept', () => {
  now = 96 * hour;
  const first = links.signed('DK', fileId, 'small');
  now += 6 * hour - 1;
  expect(links.signed('DK', fileId, 'small')).toBe(first);
  now += 1;
  expect(links.signed('DK', fileId, 'small')).not.toBe(first);
});

it('opens nothing else', () => {
  now = 100 * hour;
  const link = read(links.signed('DK', fileId, 'large'));
  const others: [string, SignedLink][] = [
    ['NO', link], ['DK', { ...link, fileId: exampleId(31) }], ['DK', { ...link, size: 'small' }], ['DK', { ...link, ends: `${link.ends}0` }],
    ['DK', { ...link, signature: '' }], ['DK', { ...link, signature: link.signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')) }],
  ];
  for (const [territory, other] of others) expect(links.remaining(territory, other)).toBeUndefined();
  now += 13 * hour;
  expect(links.remaining('DK', link)).toBeUndefined();
});

it('names public content by its CID alone', () => {
  expect(links.public('HAIDA-FN-CA', 'bafkqaaa')).toBe('http://haida-fn-ca.files-unityplan.localhost:8080/c/bafkqaaa');
});
