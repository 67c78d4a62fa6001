import { territory } from '@unityplan/contracts';
import { startConstellation, type Constellation } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTerritory } from '../src/app.ts';

let pod: Constellation;
beforeAll(async () => {
  pod = await startConstellation({ services: [startTerritory] });
});
afterAll(() => pod?.stop());

type Query = Record<string, string | number | undefined>;
const list = (query: Query = {}) => pod.call(territory.listTerritories, { query });
const ids = async (query: Query) => (await list(query)).body.items.map(({ id }) => id);

it('pages through everything by name, there and back, each territory once', async () => {
  const forth: string[] = [];
  let cursor: string | undefined;
  let previous: string | null = null;
  do {
    const { body } = await list({ limit: 100, language: 'da', cursor });
    forth.push(...body.items.map(({ id }) => id));
    cursor = body.next ?? undefined;
    previous = body.previous;
  } while (cursor);
  expect(forth.length).toBeGreaterThan(260);
  expect(new Set(forth).size).toBe(forth.length);
  expect(forth.indexOf('DK')).toBeLessThan(forth.indexOf('AX')); // Danmark before Åland

  const back = (await list({ limit: 100, language: 'da', cursor: previous! })).body.items.map(({ id }) => id);
  expect(back).toEqual(forth.slice(forth.length - (forth.length % 100 || 100) - 100, forth.length - (forth.length % 100 || 100)));
});

it('refuses the marker of another list, and what is none', async () => {
  const { next } = (await list({ limit: 2 })).body;
  for (const query of [{ limit: 2, cursor: next!, language: 'da' }, { cursor: next!, kind: 'country' }, { cursor: 'rubbish' }, { cursor: '' }])
    expect((await list(query)).problem.code).toBe('cursor_invalid');
  expect((await list({ limit: 0 })).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'query.limit' }] });
  expect((await list({ kind: 'planet' })).problem.code).toBe('input_invalid');
  expect((await list({ search: 'x'.repeat(61) })).problem.code).toBe('input_invalid');
});

it('filters by kind, parent and status', async () => {
  expect(await ids({ search: "'; drop table territories; --" })).toEqual([]);
  expect(await ids({ parent: 'CA' })).toEqual(['CA-BC']);
  expect(await ids({ status: 'active' })).toEqual(['DK', 'NO']);
  expect(await ids({ kind: 'first_nation', limit: 100 })).toContain('HAIDA-FN-CA');
});

it('tells the territory of the host, with its settings as they are now', async () => {
  const current = async (id: string) => (await pod.call(territory.getCurrentTerritory, { territory: id })).body;
  expect(await current('DK')).toMatchObject({
    id: 'DK', slug: 'dk', host: 'dk.localhost:8080', defaultLanguage: 'da', status: 'active',
    settings: { registration: 'open', welcome: { da: expect.stringContaining('Velkommen til Danmark') } },
  });
  await pod.ground.query(`update global.territories set settings = '{"registration":"closed","welcome":{"en":"Hei"}}' where id = 'NO'`);
  expect((await current('NO')).settings).toEqual({ registration: 'closed', welcome: { en: 'Hei', da: expect.stringContaining('Velkommen') } });
  expect((await pod.call(territory.getCurrentTerritory, { territory: 'SE' })).problem.code).toBe('territory_unavailable');
});
