import { describe, expect, it, vi } from 'vitest';
import { COMMUNITIES, COUNTRIES, FIRST_NATIONS, REFERENCE_TERRITORIES } from './reference/index.ts';
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
    expect(registry.sovereignOf('US-CA-SF')).toBe('US');
  });
  it('looks up by id, host and parent', () => {
    expect(registry.get('dk')?.id).toBe('DK');
    expect(registry.byHost('haida-fn-ca.localhost:8080')?.id).toBe('HAIDA-FN-CA');
    expect(registry.byHost('nowhere.unityplan.org')).toBeUndefined();
    expect(registry.children('US').map(({ id }) => id)).toEqual(['US-CA']);
    expect(() => registry.require('XX')).toThrow(expect.objectContaining({ code: 'TERRITORY_UNKNOWN' }));
  });

  const row = { id: 'DK', kind: 'country', name_en: 'Denmark', name_da: 'Danmark', name_own: null, parent_territory: null, sovereign_id: 'DK', geographic_countries: ['DK'], default_language: 'da', pod_id: 'dk', status: 'active', routing_epoch: '3' };
  it('reads the table once, asks nothing for unknown ids, and refreshes on demand and after the TTL', async () => {
    vi.useFakeTimers();
    const source = { query: vi.fn(async (_text: string) => ({ rows: [row] as unknown[] })) };
    const onError = vi.fn();
    const loaded = await loadRegistry(source, { ttlMs: 1000, onError });
    for (let i = 0; i < 100; i++) expect(loaded.get('NO')).toBeUndefined();
    expect(loaded.active()).toHaveLength(1);
    expect(loaded.require('DK').routingEpoch).toBe(3);
    expect(source.query).toHaveBeenCalledTimes(1);
    await Promise.all([loaded.refresh(), loaded.refresh()]);
    expect(source.query).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1001);
    source.query.mockRejectedValueOnce(new Error('down'));
    expect(loaded.get('DK')?.id).toBe('DK');
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(loaded.get('DK')?.id).toBe('DK');
    expect(source.query).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});
