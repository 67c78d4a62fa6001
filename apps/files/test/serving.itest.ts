import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files } from '@unityplan/contracts';
import { filesHostPath } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../src/testing-pictures.ts';
import { hours, startFilesWorld, type FilesWorld } from './files-world.ts';

let world: FilesWorld;
let url: string;
let whole: Buffer;
let fileId: string;
beforeAll(async () => {
  world = await startFilesWorld();
  const as = await world.member();
  // Large enough for several segments of ciphertext.
  const file = await world.ready(as, await picture({ width: 1400, height: 1000, format: 'png' }), { purpose: 'lesson_media' });
  fileId = file.fileId;
  url = file.sizes.at(-1)!.url;
  whole = (await world.show(url)).bytes;
  expect(whole.byteLength).toBeGreaterThan(3 * 65_536);
});
afterAll(() => world?.stop());

it('shows a file as what it is, and lets browsers keep it as long as its link lasts', async () => {
  const { headers, status } = await world.show(url);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/webp', 'content-length': String(whole.byteLength), 'accept-ranges': 'bytes', etag: `"${fileId}.large"`, 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'cross-origin-resource-policy': 'cross-origin',
  });
  const [, seconds] = /^private, max-age=(\d+), immutable$/.exec(String(headers['cache-control']))!;
  expect(Number(seconds)).toBeGreaterThan(6 * 3600 - 2);
  expect(Number(seconds)).toBeLessThanOrEqual(12 * 3600);
  expect(headers).not.toHaveProperty('set-cookie');
  const head = await world.show(url, {}, { method: 'HEAD' });
  expect([head.status, head.headers['content-length'], head.bytes.byteLength]).toEqual([200, String(whole.byteLength), 0]);
});

describe('ranges', () => {
  it.each([[0, 0], [0, 99], [65_535, 65_536], [60_000, 140_000], [131_072, 131_072]])('%i to %i', async (first, last) => {
    const answer = await world.show(url, { range: `bytes=${first}-${last}` });
    expect([answer.status, answer.headers['content-range'], answer.headers['content-length']]).toEqual([206, `bytes ${first}-${last}/${whole.byteLength}`, String(last - first + 1)]);
    expect(answer.bytes.equals(whole.subarray(first, last + 1))).toBe(true);
  });

  it('from the end, of another version, and beyond', async () => {
    const end = await world.show(url, { range: 'bytes=-10' });
    expect(end.bytes.equals(whole.subarray(-10))).toBe(true);
    expect((await world.show(url, { range: 'bytes=0-9', 'if-range': `"${fileId}.large"` })).status).toBe(206);
    expect((await world.show(url, { range: 'bytes=0-9', 'if-range': '"old"' })).status).toBe(200);
    const beyond = await world.show(url, { range: `bytes=${whole.byteLength}-` });
    expect([beyond.status, beyond.headers['content-range'], beyond.bytes.byteLength]).toEqual([416, `bytes */${whole.byteLength}`, 0]);
  });

  it('not needed when the browser has it', async () => {
    const answer = await world.show(url, { 'if-none-match': `"x", "${fileId}.large"` });
    expect([answer.status, answer.bytes.byteLength, answer.headers['etag']]).toEqual([304, 0, `"${fileId}.large"`]);
  });
});

describe('a link', () => {
  it('is good for its own file, size and territory alone', async () => {
    const as = await world.member();
    const other = await world.ready(as, await picture({ seed: 2 }), { purpose: 'lesson_media' });
    const swap = (change: (url: URL) => void, options = {}) => {
      const changed = new URL(url);
      change(changed);
      return world.show(changed.href, {}, options);
    };
    expect((await swap((one) => (one.pathname = one.pathname.replace(fileId, other.fileId)))).problem).toBe('not_found');
    expect((await swap((one) => (one.pathname = one.pathname.replace('large', 'small')))).problem).toBe('not_found');
    expect((await swap((one) => one.searchParams.set('e', 'zzzzz'))).problem).toBe('not_found');
    expect((await swap((one) => one.searchParams.delete('s'))).problem).toBe('not_found');
    expect((await swap((one) => (one.search = '')))).toMatchObject({ status: 404, problem: 'not_found' });
    expect((await swap(() => undefined, { territory: 'NO' })).problem).toBe('not_found');
    // Rightly signed, but there is no such file here.
    expect((await world.show(world.links.signed('DK', v7(), 'large'))).problem).toBe('not_found');
    expect((await world.show(world.links.signed('NO', fileId, 'large'), {}, { territory: 'NO' })).problem).toBe('not_found');
    const avatar = await world.ready(as, await picture({ seed: 3 }));
    expect((await world.show(world.links.signed('DK', avatar.fileId, 'medium'))).problem).toBe('not_found');
  });

  it('ends', async () => {
    world.clock.now += hours(13);
    expect((await world.show(url)).problem).toBe('not_found');
    expect((await world.show(world.links.signed('DK', fileId, 'large'))).bytes.equals(whole)).toBe(true);
  });

  it('opens nothing that is not complete', async () => {
    const as = await world.member();
    const { fileId: unfinished } = await world.announce(as, Buffer.alloc(10));
    expect((await world.show(world.links.signed('DK', unfinished, 'small'))).problem).toBe('not_found');
  });
});

it('shows only content that something uses by its CID, and never a private one', async () => {
  const [{ cid }] = (await world.ground.query<{ cid: string }>(`select cid from territory_dk.files_variants where file_id = $1 and size = 'large'`, [fileId])) as [{ cid: string }];
  for (const asked of [cid, 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku', 'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD', 'nonsense', '..%2F..%2Fetc'])
    expect((await world.show(world.links.public('DK', asked))).problem, asked).toBe('not_found');
});

it('answers nobody but the gateway', async () => {
  const { pathname, search } = new URL(world.links.signed('DK', fileId, 'large'));
  const answer = await world.service('files').app.inject({ url: filesHostPath + pathname + search });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'territory_unknown']);
});

it('gives no byte of what was damaged on disk, and lets nobody keep the error', async () => {
  const as = await world.member();
  const file = await world.ready(as, await picture({ seed: 9 }));
  const before = new Set((await world.blocks()).keys());
  const fresh = await world.ready(as, await picture({ seed: 10 }));
  for (const name of await readdir(world.blockstoreDir, { recursive: true })) {
    if (!name.endsWith('.data') || before.has(name)) continue;
    const path = join(world.blockstoreDir, name);
    const bytes = await readFile(path);
    bytes[40]! ^= 1;
    await writeFile(path, bytes);
  }
  const answer = await world.show(fresh.sizes[0]!.url);
  expect([answer.status, answer.problem]).toEqual([500, 'internal_error']);
  for (const name of ['cache-control', 'etag']) expect(answer.headers).not.toHaveProperty(name);
  expect((await world.show(file.sizes[0]!.url)).status).toBe(200);
  expect((await world.call(files.deleteFile, { as, params: { fileId: fresh.fileId } })).status).toBe(204);
});
