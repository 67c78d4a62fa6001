import { expect, it, vi } from 'vitest';
import { REFERENCE_TERRITORIES } from './reference/index.ts';
import { loadRegistry } from './registry.ts';
import { scopes } from './scopes.ts';

const row = { id: 'DK', kind: 'country', name_en: 'Denmark', name_da: 'Danmark', name_own: null, parent_territory: null, sovereign_id: 'DK', geographic_countries: ['DK'], default_language: 'da', pod_id: 'dk', status: 'active', routing_epoch: '3' };
async function given() {
  const source = { rows: [row, { ...row, id: 'NO', status: 'listed', pod_id: null }], query: vi.fn(async () => ({ rows: source.rows as unknown[] })) };
  const registry = await loadRegistry(source);
  return { source, scopeOf: scopes(registry, 'dk') };
}

it('decides at once, and without a query, over what is here', async () => {
  const { source, scopeOf } = await given();
  expect(scopeOf('dk')).toBe('DK');
  expect(source.query).toHaveBeenCalledTimes(1);
});

it('finds a territory that was opened after its registry was read', async () => {
  const { source, scopeOf } = await given();
  source.rows = [row, { ...row, id: 'NO' }];
  expect(await scopeOf('NO')).toBe('NO');
});

it('refuses what is not here, with few reads however many ask', async () => {
  const { source, scopeOf } = await given();
  const ask = (id: string) => Promise.resolve(scopeOf(id)).then(() => 'here', (error: { code: string }) => error.code);
  expect(await Promise.all(REFERENCE_TERRITORIES.map(({ id }) => (id === 'DK' ? 'here' : ask(id))))).toContain('TERRITORY_UNKNOWN');
  expect(await Promise.all([ask('NO'), ask('NO'), ask('XX')])).toEqual(['TERRITORY_NOT_HERE', 'TERRITORY_NOT_HERE', 'TERRITORY_UNKNOWN']);
  expect(source.query).toHaveBeenCalledTimes(3);
});
