import { afterAll, beforeAll, expect, it } from 'vitest';
import { as, migratedPod, type TestPod } from './pod.ts';
import { migrate, seedReferenceTerritories } from '../src/index.ts';

let pod: TestPod;
beforeAll(async () => {
  pod = await migratedPod(['DK', 'NO']);
});
afterAll(() => pod.drop());
it('works', async () => {
  expect(await as(pod, 'DK', 'forum', 'select messaging.my_territory() t, messaging.my_service() s, current_setting($1) p', ['search_path'])).toEqual([{ t: 'DK', s: 'forum', p: 'territory_dk' }]);
  console.log(await seedReferenceTerritories(pod.admin, { podId: 'dk', active: ['DK'] }), await seedReferenceTerritories(pod.admin, { podId: 'dk', active: ['DK'] }));
  console.log(await migrate(pod.migrateOptions(['DK', 'NO', 'SE'])));
});
