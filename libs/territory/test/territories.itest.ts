import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFERENCE_TERRITORIES, seedReferenceTerritories } from '../src/index.ts';
import { migratedPod, type TestPod } from './pod.ts';

let pod: TestPod;
beforeAll(async () => {
  pod = await migratedPod([]);
  expect(await seedReferenceTerritories(pod.admin, { podId: 'dk', active: ['DK'] })).toEqual({ inserted: 269, activated: ['DK'] });
});
afterAll(() => pod.drop());
const one = async (id: string): Promise<Record<string, unknown>> => (await pod.admin.query('select * from global.territories where id = $1', [id])).rows[0];
const add = (id: string, kind: string, parent: string | null) =>
  pod.admin.query("insert into global.territories (id, kind, name_en, name_da, parent_territory, default_language) values ($1, $2, 'x', 'x', $3, 'en')", [id, kind, parent]);

describe('global.territories', () => {
  it('holds every name letter by letter, with the right sovereign', async () => {
    for (const { id, names, parent, sovereign, geographicCountries } of REFERENCE_TERRITORIES) {
      expect(await one(id)).toMatchObject({ name_en: names.en, name_da: names.da, name_own: names.own ?? null, parent_territory: parent, sovereign_id: sovereign, geographic_countries: geographicCountries });
    }
  });

  it('keeps Canada and the Haida Nation apart', async () => {
    expect([await one('HAIDA-FN-CA'), await one('HAIDA-FN-CA-MASSETT'), await one('CA')]).toMatchObject([
      { parent_territory: null, sovereign_id: 'HAIDA-FN-CA' }, { sovereign_id: 'HAIDA-FN-CA' }, { parent_territory: null, sovereign_id: 'CA' },
    ]);
    await expect(pod.admin.query("update global.territories set parent_territory = 'CA' where id = 'HAIDA-FN-CA'")).rejects.toMatchObject({ code: '23000' });
    await expect(add('CA-HAIDA', 'first_nation', 'CA')).rejects.toMatchObject({ code: '23514' });
    await expect(add('HAIDA-FN-CA-X', 'community', 'CA')).rejects.toMatchObject({ code: '23514' });
  });

  it('refuses cycles, unknown parents, moves, changed ids and endless depth', async () => {
    await expect(pod.admin.query("update global.territories set parent_territory = 'US-CA-SF' where id = 'US-CA'")).rejects.toThrow('above itself');
    await expect(pod.admin.query("update global.territories set parent_territory = 'US-CA' where id = 'US-CA'")).rejects.toThrow('above itself');
    await expect(pod.admin.query("update global.territories set parent_territory = 'DK' where id = 'US-CA'")).rejects.toThrow('cannot move to DK');
    await expect(pod.admin.query("update global.territories set id = 'US-CALIFORNIA' where id = 'US-CA-SF'")).rejects.toThrow('never changes');
    await expect(add('DK-X-Y', 'community', 'DK-X')).rejects.toMatchObject({ code: '23503' });
    await expect(add('DK-X', 'community', null)).rejects.toMatchObject({ code: '23514' });
    let id = 'SE';
    for (let depth = 1; depth <= 16; depth++) await add((id += '-1'), 'community', id.slice(0, -2));
    await expect(add(`${id}-1`, 'community', id)).rejects.toThrow('more than 16 levels');
  });

  it.each(['dk', 'D_K', 'DK--X', 'GLOBAL', 'Å', 'A'.repeat(54)])('refuses the id %j', async (id) => {
    await expect(add(id, 'country', null)).rejects.toMatchObject({ code: '23514' });
  });

  it('cannot be fooled about the sovereign', async () => {
    await pod.admin.query("insert into global.territories (id, kind, name_en, name_da, parent_territory, sovereign_id, default_language) values ('NO-BERGEN', 'community', 'Bergen', 'Bergen', 'NO', 'DK', 'nb')");
    await pod.admin.query("update global.territories set sovereign_id = 'DK' where id = 'NO-BERGEN'");
    expect(await one('NO-BERGEN')).toMatchObject({ sovereign_id: 'NO' });
  });

  it('raises the epoch with pod and status, never lowers it, and touches updated_at', async () => {
    const before = await one('NO');
    await pod.admin.query("update global.territories set status = 'active', pod_id = 'no' where id = 'NO'");
    const after = await one('NO');
    expect([before['routing_epoch'], after['routing_epoch']]).toEqual(['1', '2']);
    expect(after['updated_at']).not.toEqual(before['updated_at']);
    await expect(pod.admin.query("update global.territories set routing_epoch = 1 where id = 'NO'")).rejects.toThrow('cannot fall');
    await expect(pod.admin.query("update global.territories set status = 'active' where id = 'SE'")).rejects.toMatchObject({ code: '23514' });
  });

  it('is seeded again without touching what an operator changed', async () => {
    await pod.admin.query("update global.territories set name_en = 'Kingdom of Denmark', status = 'suspended' where id = 'DK'");
    expect(await seedReferenceTerritories(pod.admin, { podId: 'dk', active: ['DK', 'NO', 'FO'] })).toEqual({ inserted: 0, activated: ['FO'] });
    expect([await one('DK'), await one('NO')]).toMatchObject([{ name_en: 'Kingdom of Denmark', status: 'suspended' }, { pod_id: 'no' }]);
  });
});
