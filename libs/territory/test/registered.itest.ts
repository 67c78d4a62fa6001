import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabaseIfMissing, databasesFrom, registeredTerritories, seedReferenceTerritories } from '../src/index.ts';
import { migratedPod, type TestPod } from './pod.ts';

let pod: TestPod;
const env = (more: Record<string, string> = {}) => databasesFrom({ DATABASE_URL: pod.adminUrl, POD_ID: 'dk', POD_SECRET: pod.roleSecret, ROLE_PREFIX: pod.rolePrefix, ...more });
const as = (user: string): string => {
  const url = new URL(pod.adminUrl);
  Object.assign(url, { username: user, password: 'x' });
  return url.href;
};

beforeAll(async () => {
  pod = await migratedPod(['DK', 'NO']);
  await seedReferenceTerritories(pod.admin, { podId: 'dk', active: ['DK', 'NO'] });
  await pod.admin.query(`create role ${pg.escapeIdentifier(`${pod.rolePrefix}nobody`)} login password 'x'`);
});
afterAll(() => pod?.drop());

it('answers what the pod has, suspended ones too, and finds those with a database of their own', async () => {
  await pod.admin.query(`update global.territories set status = 'suspended', database_name = 'unityplan_elsewhere' where id = 'NO'`);
  const databases = env();
  expect(await registeredTerritories(databases)).toEqual([{ id: 'DK', name: 'Danmark', status: 'active' }, { id: 'NO', name: 'Norge', status: 'suspended', database: 'unityplan_elsewhere' }]);
  expect(new URL(databases.adminUrl('NO')).pathname).toBe('/unityplan_elsewhere');
  expect(await registeredTerritories(env(), databases.connection('global', 'event'))).toHaveLength(2);
});

it('finds none where there is no database or registry yet', async () => {
  const url = (name: string): string => Object.assign(new URL(pod.adminUrl), { pathname: `/${name}` }).href;
  expect(await registeredTerritories(env({ DATABASE_URL: url(`${pod.rolePrefix}not_there`) }))).toEqual([]);
  expect(await registeredTerritories(env({ DATABASE_URL: url('template1') }))).toEqual([]);
});

it('says what is missing', async () => {
  expect(() => databasesFrom({ POD_ID: 'dk' })).toThrow('Set DATABASE_URL, POD_SECRET as the pod has it.');
  await expect(registeredTerritories(env({ DATABASE_URL: as(`${pod.rolePrefix}nobody`) }))).rejects.toThrow(/may not read the registry in .*: give the URL of the user who made it/);
  await expect(createDatabaseIfMissing(as(`${pod.rolePrefix}nobody`), `${pod.rolePrefix}new`)).rejects.toThrow(/may not create the database .* \(run: ALTER ROLE .* CREATEDB, or CREATE DATABASE/);
});
