import { describe, expect, it, vi } from 'vitest';
import { COMMUNITIES, COUNTRIES, FIRST_NATIONS, REFERENCE_TERRITORIES } from './reference/index.ts';
import { followPlacements, podDatabases } from './pod-databases.ts';
import { TERRITORY_ID_MAX, TERRITORY_ID_PATTERN } from './names.ts';
import { inMemoryRegistry, loadRegistry } from './registry.ts';

describe('reference territories', () => {
  it('are the 249 countries, nine First Nations and the communities, each once', () => {
    expect([COUNTRIES.length, FIRST_NATIONS.length, COMMUNITIES.length]).toEqual([249, 9, 11]);
    expect(new Set(REFERENCE_TERRITORIES.map(({ id }) => id)).size).toBe(269);
  });
  it('have valid ids, NFC names, a known parent before them, and the parent’s sovereign', () => {
    const seen = new Map<string, string>();
    for (const { id, kind, names, parent, sovereign, geographicCountries, defaultLanguage } of REFERENCE_TERRITORIES) {
      expect(id).toMatch(TERRITORY_ID_PATTERN);
      expect(id.length).toBeLessThanOrEqual(TERRITORY_ID_MAX);
      for (const name of Object.values(names)) expect(name).toBe(name.normalize('NFC').trim());
      expect(Intl.getCanonicalLocales(defaultLanguage)).toEqual([defaultLanguage]);
      expect(geographicCountries.length).toBeGreaterThan(0);
      expect(parent === null).toBe(kind !== 'community');
      if (parent !== null) expect(id.startsWith(`${parent}-`)).toBe(true);
      expect(sovereign).toBe(parent === null ? id : seen.get(parent));
      seen.set(id, sovereign);
    }
  });
  it('keep their letters', () => {
    const registry = inMemoryRegistry(REFERENCE_TERRITORIES);
    const names = ['AX', 'CW', 'CI', 'MAORI-FN-NZ', 'YOLNGU-FN-AU', 'SAMI-FN-NO', 'DK-COPENHAGEN'].map((id) => Object.values(registry.require(id).names).join('/'));
    expect(names).toEqual(['Åland Islands/Åland/Åland', 'Curaçao/Curaçao/Kòrsou', 'Côte d’Ivoire/Elfenbenskysten', 'Māori/Maori/Māori', 'Yolŋu/Yolŋu/Yolŋu', 'Sámi/Samerne/Sápmi', 'Copenhagen/København/København']);
    expect(registry.require('SAMI-FN-NO').geographicCountries).toEqual(['NO', 'SE', 'FI', 'RU']);
  });
});

describe('registry', () => {
  const registry = inMemoryRegistry(REFERENCE_TERRITORIES);
  it('never lets authority cross a sovereign', () => {
    expect(registry.sameSovereign('CA', 'HAIDA-FN-CA')).toBe(false);
    expect(registry.sameSovereign('CA', 'CA-BC-VANCOUVER')).toBe(true);
    expect(registry.sameSovereign('HAIDA-FN-CA', 'HAIDA-FN-CA-MASSETT')).toBe(true);
    expect(registry.sameSovereign('XX-NOWHERE', 'XX-NOWHERE')).toBe(false);
    expect(registry.require('HAIDA-FN-CA').parent).toBeNull();
    expect(registry.require('US-CA-SF').sovereign).toBe('US');
  });
  it('looks up by id, host and parent', () => {
    expect(registry.get('dk')?.id).toBe('DK');
    expect(registry.byHost('haida-fn-ca.localhost:8080')?.id).toBe('HAIDA-FN-CA');
    expect(registry.byHost('nowhere.unityplan.org')).toBeUndefined();
    expect(registry.children('US').map(({ id }) => id)).toEqual(['US-CA']);
    expect(() => registry.require('XX')).toThrow(expect.objectContaining({ code: 'TERRITORY_UNKNOWN' }));
  });

  const row = { id: 'DK', kind: 'country', name_en: 'Denmark', name_da: 'Danmark', name_own: null, parent_territory: null, sovereign_id: 'DK', geographic_countries: ['DK'], default_language: 'da', pod_id: 'dk', status: 'active', routing_epoch: '3' };
  const loadedFrom = async (first: object[]) => {
    const source = { rows: first, query: vi.fn(async () => ({ rows: source.rows as unknown[] })) };
    return { source, loaded: await loadRegistry(source) };
  };
  it('reads the table once, asks nothing for unknown ids, and keeps the old snapshot when a refresh fails', async () => {
    const { source, loaded } = await loadedFrom([row]);
    for (let i = 0; i < 100; i++) expect(loaded.get('NO')).toBeUndefined();
    expect(loaded.require('DK').routingEpoch).toBe(3);
    expect(source.query).toHaveBeenCalledTimes(1);
    source.query.mockRejectedValueOnce(new Error('down'));
    await expect(loaded.refresh()).rejects.toThrow('down');
    expect(loaded.get('DK')?.id).toBe('DK');
    source.rows = [];
    await loaded.refresh();
    expect(loaded.get('DK')).toBeUndefined();
  });
  it('shares a read among calls, but never one that may have begun before what the caller knows of', async () => {
    const { source, loaded } = await loadedFrom([row]);
    const first = loaded.refresh();
    await vi.waitFor(() => expect(source.query).toHaveBeenCalledTimes(2), { timeout: 20_000 });
    source.rows = [{ ...row, status: 'suspended' }];
    await Promise.all([first, loaded.refresh(), loaded.refresh()]);
    expect(source.query).toHaveBeenCalledTimes(3);
    expect(loaded.require('DK').status).toBe('suspended');
  });
  it('reads once at a time, whoever asks when: a slow read must not bring back what a later one has replaced', async () => {
    const { source, loaded } = await loadedFrom([row]);
    let [inside, most] = [0, 0];
    source.query.mockImplementation(async () => {
      most = Math.max(most, ++inside);
      const rows = source.rows;
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      return { rows };
    });
    const first = loaded.refresh();
    // In the moment in which one has ended and the next is about to begin.
    const between = first.then(() => loaded.refresh());
    while (inside === 0) await Promise.resolve();
    await Promise.all([between, loaded.refresh()]);
    expect(most).toBe(1);
  });
  it('lists what a pod serves, and tells of what changed, and of nothing else', async () => {
    const { source, loaded } = await loadedFrom([row, { ...row, id: 'NO', status: 'listed', pod_id: null }]);
    const heard = vi.fn();
    const stop = loaded.onChange((changes) => heard(changes.map(({ id, before, after }) => `${id} ${before?.status} ${after?.status}`), loaded.served('dk').map(({ id }) => id)));
    expect([loaded.served('dk').map(({ id }) => id), loaded.served('no')]).toEqual([['DK'], []]);
    await loaded.refresh();
    expect(heard).not.toHaveBeenCalled();
    source.rows = [{ ...row, status: 'suspended' }, { ...row, id: 'NO' }, { ...row, id: 'SE', status: 'listed' }];
    await loaded.refresh();
    expect(heard).toHaveBeenCalledExactlyOnceWith(['DK active suspended', 'NO listed active', 'SE undefined listed'], ['NO']);
    stop();
    source.rows = [row];
    await loaded.refresh();
    expect(heard).toHaveBeenCalledTimes(1);
  });
  it('places a territory in a database of its own when it is built, and lets the configuration go first', async () => {
    const { source, loaded } = await loadedFrom([row, { ...row, id: 'NO', status: 'listed', database_name: 'unityplan_no' }, { ...row, id: 'SE', database_name: 'unityplan_se' }]);
    const databases = podDatabases({ podId: 'dk', databaseUrl: 'postgres://a:b@h/unityplan_dk', roleSecret: 'a secret of the pod', territoryDatabases: { SE: 'other_se' } });
    followPlacements(databases, loaded);
    const at = (id: string) => new URL(databases.adminUrl(id)).pathname;
    expect(['DK', 'NO', 'SE'].map(at)).toEqual(['/unityplan_dk', '/unityplan_dk', '/other_se']);
    source.rows = [row, { ...row, id: 'NO', database_name: 'unityplan_no' }];
    await loaded.refresh();
    expect(at('NO')).toBe('/unityplan_no');
    expect(databases.list().map(({ own }) => own)).toEqual([[], ['NO'], ['SE']]);
  });
});
