import { inMemoryRegistry, type Territory } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { closedDoor, wrongTerritory } from './territory-refusals.ts';

const one = (id: string, status: Territory['status'], parent: string | null = null, podId: string | null = 'dk'): Territory => ({
  id, status, parent, podId, kind: parent ? 'community' : 'country', names: { en: `${id} in English`, da: `${id} på dansk`, own: 'own' }, sovereign: 'DK', geographicCountries: ['DK'], defaultLanguage: 'da', routingEpoch: 1,
});
const named = (id: string) => ({ en: `${id} in English`, da: `${id} på dansk` });
const open = (id: string, slug: string) => ({ slug, name: named(id) });
const way = (id: string, ...territories: Territory[]) => {
  const registry = inMemoryRegistry(territories);
  return closedDoor(registry.require(id), registry).params['open'];
};

it('leads from a closed territory to the nearest open one above it', () => {
  const ribe = [one('DK-RIBE', 'suspended', 'DK'), one('DK-RIBE-OLD', 'archived', 'DK-RIBE')];
  expect(way('DK-RIBE-OLD', one('DK', 'active'), ...ribe)).toEqual(open('DK', 'dk'));
  expect(way('DK-RIBE-OLD', one('AA', 'active'), one('DK', 'active'), { ...ribe[0]!, status: 'active' }, ribe[1]!)).toEqual(open('DK-RIBE', 'dk-ribe'));
});

it('leads to another one of its pod where none above is open, and nowhere when all are closed', () => {
  expect(way('DK', one('DK', 'suspended'), one('SAMI-FN-NO', 'active'))).toEqual(open('SAMI-FN-NO', 'sami-fn-no'));
  expect(way('DK-RIBE', one('DK', 'active', null, 'eu'), one('DK-RIBE', 'suspended', 'DK'), one('NO', 'active'))).toEqual(open('NO', 'no'));
  expect(way('DK', one('DK', 'suspended'), one('NO', 'active', null, 'eu'))).toBeUndefined();
});

it('calls both territories of a wrong token by name, and one that nobody registered by its id', () => {
  const registry = inMemoryRegistry([one('DK', 'active')]);
  expect(wrongTerritory('HAIDA-FN-CA', 'DK', registry).params).toEqual({ home: 'HAIDA-FN-CA', territory: named('DK'), homeSlug: 'haida-fn-ca' });
});
