import { territory } from '@unityplan/contracts';
import { startConstellation, type CallOptions, type Constellation } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTerritory } from '../src/app.ts';

let pod: Constellation;
beforeAll(async () => {
  pod = await startConstellation({ services: [startTerritory] });
});
afterAll(() => pod.stop());

const list = (options: CallOptions<typeof territory.listTerritories>) => pod.call(territory.listTerritories, options);

it('walks all territories by name in both languages, countries and First Nations side by side', async () => {
  for (const language of ['en', 'da']) {
    const names: string[] = [];
    const ids: string[] = [];
    let cursor: string | undefined;
    let previous: string | null = null;
    do {
      const page = await list({ query: { language, limit: 60, cursor } });
      expect(page.status).toBe(200);
      for (const item of page.body.items) names.push(item.name[language as 'en']);
      ids.push(...page.body.items.map((item) => item.id));
      cursor = page.body.next ?? undefined;
      previous = page.body.previous;
    } while (cursor);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(260);
    const last = ids.length - (ids.length % 60 || 60);
    expect((await list({ query: { language, limit: 60, cursor: previous! } })).body.items.map(({ id }) => id)).toEqual(ids.slice(last - 60, last));
    expect(names).toEqual(names.toSorted(new Intl.Collator(language).compare));
    expect(ids).toEqual(expect.arrayContaining(['DK', 'HAIDA-FN-CA', 'DK-COPENHAGEN']));
    if (language === 'da') expect(ids.indexOf('DK')).toBeLessThan(ids.indexOf('AX')); // Danmark before Åland
  }
});

it('goes back to where it came from', async () => {
  const first = await list({ query: { limit: 5 } });
  const second = await list({ query: { limit: 5, cursor: first.body.next! } });
  expect((await list({ query: { limit: 5, cursor: second.body.previous! } })).body.items).toEqual(first.body.items);
});

it('finds own names, with and without accents', async () => {
  for (const [search, id] of [['maori', 'MAORI-FN-NZ'], ['Māori', 'MAORI-FN-NZ'], ['åland', 'AX'], ['aland', 'AX'], ['yolŋu', 'YOLNGU-FN-AU'], ['sami', 'SAMI-FN-NO'], ['danmark', 'DK']])
    expect((await list({ query: { search } })).body.items.map((item) => item.id), search).toContain(id);
  expect((await list({ query: { search: '%' } })).body.items).toEqual([]);
});

it('shows what stands above, and never a country above a First Nation', async () => {
  const village = await pod.call(territory.getTerritory, { params: { territoryId: 'haida-fn-ca-massett' } });
  expect(village.body.ancestors.map((ancestor) => ancestor.id)).toEqual(['HAIDA-FN-CA']);
  const haida = await pod.call(territory.getTerritory, { params: { territoryId: 'HAIDA-FN-CA' } });
  expect(haida.body).toMatchObject({ parent: null, sovereign: 'HAIDA-FN-CA', host: null, geographicCountries: ['CA'], ancestors: [] });
});

it('filters by kind, parent and status', async () => {
  const ids = async (query: Record<string, string | number>) => (await list({ query })).body.items.map(({ id }) => id);
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
  expect(await current('NO')).toMatchObject({ id: 'NO', host: 'no.localhost:8080', status: 'active', settings: { registration: 'open' } });
  await pod.ground.query(`update global.territories set settings = '{"registration":"closed","welcome":{"en":"Hei"}}' where id = 'NO'`);
  expect((await current('NO')).settings).toEqual({ registration: 'closed', welcome: { en: 'Hei', da: expect.stringContaining('Velkommen') } });
  expect((await pod.call(territory.getCurrentTerritory, { territory: 'SE' })).problem.code).toBe('territory_unavailable');
});

it('refuses what it does not know, the marker of another list, and what is none', async () => {
  expect((await pod.call(territory.getTerritory, { params: { territoryId: 'ATLANTIS' } })).problem.code).toBe('not_found');
  expect((await pod.call(territory.getTerritory, { params: { territoryId: "x';drop" } })).problem.code).toBe('input_invalid');
  const { next } = (await list({ query: { limit: 2 } })).body;
  for (const query of [{ limit: 2, cursor: next!, language: 'da' }, { cursor: next!, kind: 'country' }, { cursor: 'rubbish' }, { cursor: '' }])
    expect((await list({ query })).problem.code).toBe('cursor_invalid');
  expect((await list({ query: { limit: 0 } })).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'query.limit' }] });
  expect((await list({ query: { kind: 'planet' } })).problem.code).toBe('input_invalid');
  expect((await list({ query: { search: 'x'.repeat(61) } })).problem.code).toBe('input_invalid');
});
