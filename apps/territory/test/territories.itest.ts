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
    do {
      const page = await list({ query: { language, limit: 60, cursor } });
      expect(page.status).toBe(200);
      for (const item of page.body.items) names.push(item.name[language as 'en']);
      ids.push(...page.body.items.map((item) => item.id));
      cursor = page.body.next ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(249 + 9);
    expect(names).toEqual(names.toSorted(new Intl.Collator(language).compare));
    expect(ids).toEqual(expect.arrayContaining(['DK', 'HAIDA-FN-CA', 'DK-COPENHAGEN']));
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

it('answers for the host that was called', async () => {
  const here = await pod.call(territory.getCurrentTerritory, { territory: 'NO' });
  expect(here.body).toMatchObject({ id: 'NO', host: 'no.localhost:8080', status: 'active', settings: { registration: 'open' } });
});

it('refuses what it does not know', async () => {
  expect((await pod.call(territory.getTerritory, { params: { territoryId: 'ATLANTIS' } })).problem.code).toBe('not_found');
  expect((await pod.call(territory.getTerritory, { params: { territoryId: "x';drop" } })).problem.code).toBe('input_invalid');
  const page = await list({ query: { limit: 2 } });
  expect((await list({ query: { limit: 2, language: 'da', cursor: page.body.next! } })).problem.code).toBe('cursor_invalid');
});
