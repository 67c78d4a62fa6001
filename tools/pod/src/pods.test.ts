import { expect, it } from 'vitest';
import { namesOf, parsePodId, roleName } from '@unityplan/territory/names';
import { portOf, serviceNames } from './environment.ts';
import { ownDatabases, podPlans } from './pods.ts';

const plans = Object.values(podPlans);
const twice = <T>(values: readonly T[]): T[] => values.filter((value, at) => values.indexOf(value) !== at);

it('gives every pod ids, roles and ports that no other has', () => {
  expect(twice(plans.map(({ id }) => parsePodId(id)))).toEqual([]);
  expect(twice(plans.flatMap(({ territories }) => territories.map((id) => namesOf(id).slug)))).toEqual([]);
  expect(twice(plans.map(({ rolePrefix }) => roleName({ slug: 'global', service: 'auth', ...(rolePrefix ? { prefix: rolePrefix } : {}) })))).toEqual([]);
  expect(twice(plans.flatMap(({ port }) => serviceNames.map((service) => portOf(service, port))))).toEqual([]);
});

it('names the databases of territories that have their own', () => {
  expect(ownDatabases(podPlans['europe']!, 'own')).toEqual({ DE: 'unityplan_de', FR: 'unityplan_fr', ES: 'unityplan_es' });
  expect(ownDatabases(podPlans['europe']!, 'one')).toEqual({});
  expect(ownDatabases(podPlans['denmark']!, 'own')).toEqual({});
});
