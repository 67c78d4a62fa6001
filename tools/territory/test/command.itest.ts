import { takeGround, type TestGround } from '@unityplan/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { end, endAll, order, provisioner, territory, territoryProcess, until } from './rig.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await takeGround();
});
afterEach(endAll);
afterAll(() => ground?.release());

const run = (line: string, env: Record<string, string> = {}) => territory(ground, line.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', '')), env);
const row = async (id: string) => (await ground.query<Record<string, unknown>>('select status, kind, parent_territory, sovereign_id, name_en, name_own, geographic_countries, database_name from global.territories where id = $1', [id]))[0];

it('opens countries, First Nations and communities in one way, and twice is once', async () => {
  const se = await run('create se');
  expect(se).toMatchObject({ code: 0, out: expect.stringMatching(/registering[^]*building[^]*opening[^]*SE is open after .* s: http:\/\/se\.localhost:8080/) });
  expect(await run('create SE')).toMatchObject({ code: 0, out: 'SE is open already: http://se.localhost:8080\n' });
  expect((await run('create HAIDA-FN-CA')).code).toBe(0);
  expect(await row('HAIDA-FN-CA')).toMatchObject({ status: 'active', kind: 'first_nation', parent_territory: null, sovereign_id: 'HAIDA-FN-CA', name_own: expect.any(String), geographic_countries: ['CA'] });
  expect((await run('create ANISHINAABE-FN-CA --kind first-nation --name Anishinaabe --name-own ᐊᓂᔑᓈᐯ --countries CA,US')).code).toBe(0);
  expect(await row('ANISHINAABE-FN-CA')).toMatchObject({ status: 'active', kind: 'first_nation', parent_territory: null, sovereign_id: 'ANISHINAABE-FN-CA', name_own: 'ᐊᓂᔑᓈᐯ', geographic_countries: ['CA', 'US'] });
  expect((await run('create HAIDA-FN-CA-SKIDEGATE --name "Skidegate" --name-own "Hlg̱aagilda" --parent HAIDA-FN-CA')).code).toBe(0);
  expect(await row('HAIDA-FN-CA-SKIDEGATE')).toMatchObject({ kind: 'community', parent_territory: 'HAIDA-FN-CA', sovereign_id: 'HAIDA-FN-CA', name_own: 'Hlg̱aagilda' });
});

it('suspends, resumes and archives, and lists what is so and why', async () => {
  expect(await run('suspend NO --reason "Moving house"')).toMatchObject({ code: 0, out: expect.stringContaining('NO is suspended') });
  expect((await run('suspend NO --reason "Moving house"')).out).toContain('It was so already.');
  expect((await run('list')).out).toMatch(/^NO +suspended +country +Norge +http:\/\/no\.localhost:8080 since \d{4}-\d\d-\d\d: Moving house$/m);
  expect(await run('resume NO --reason "Back again"')).toMatchObject({ code: 0, out: 'NO is open again: http://no.localhost:8080\n' });
  const listed = (await run('list')).out;
  expect(listed).toMatch(/^DK +active/m);
  expect(listed).not.toContain('ZW');
  expect((await run('list --all')).out).toMatch(/^ZW +listed/m);
  expect((await run('archive HAIDA-FN-CA-SKIDEGATE --reason "Joined with Masset" --for-good')).code).toBe(0);
  expect(await ground.query(`select territory, status, reason, changed_by from global.territory_status_changes where territory = 'NO' order by id`)).toEqual([
    { territory: 'NO', status: 'suspended', reason: 'Moving house', changed_by: null }, { territory: 'NO', status: 'active', reason: 'Back again', changed_by: null },
  ]);
});

it.each([
  ['suspend DX --reason Why', 'There is no territory DX. Did you mean'],
  ['suspend FI --reason Why', 'FI is not served by this pod.'],
  ['resume HAIDA-FN-CA-SKIDEGATE --reason Why', 'has been closed for good'],
  ['create HAIDA-FN-CA-SKIDEGATE', 'was archived and stays closed'],
  ['archive DK --reason Why', 'cannot be undone'],
  ['create HAIDA-FN-CA --parent CA', 'is open already'],
  ['create SAMI-FN-NO --parent NO', 'nothing stands above it'],
  ['create DK-NOWHERE', 'DK-NOWHERE is not listed.'],
  ['create NO-ODENSE --name Odense --parent DK', 'cannot be the id of a community below DK'],
  ['create DK --force', '--force'],
])('%s', async (line, sentence) => {
  const { code, out, err } = await run(line);
  expect(out + err).toContain(sentence);
  expect(code).toBe(sentence === 'is open already' ? 0 : 2);
});

it('archives no territory above open ones, and never suspends the last', async () => {
  await ground.query(`insert into global.territories (id, kind, name_en, name_da, parent_territory, sovereign_id, default_language, pod_id, status) values ('DK-RIBE', 'community', 'Ribe', 'Ribe', 'DK', 'DK', 'da', 'dk', 'suspended')`);
  expect(await run('archive DK --reason Why --for-good')).toMatchObject({ code: 2, err: expect.stringContaining('DK has communities that are not archived: DK-RIBE') });
  await ground.query(`update global.territories set status = 'suspended' where pod_id = 'dk' and status = 'active' and id <> 'DK'`);
  expect(await run('suspend DK --reason Why')).toMatchObject({ code: 2, err: expect.stringContaining('the last territory that is open') });
  await ground.query(`update global.territories set status = 'active' where id in ('NO', 'SE')`);
});

it('carries out what waits, and watches while another process does', async () => {
  await order(ground, 'DK-WAITS');
  expect(await run('create DK-WAITS --name Other --parent DK')).toMatchObject({ code: 2, err: expect.stringContaining('with other particulars') });
  expect((await run('list')).out).toContain('being made: DK-WAITS (recorded)');
  const child = provisioner(ground);
  expect((await run('create DK-WAITS --name DK-WAITS --parent DK')).code).toBe(0);
  await until(async () => (await row('DK-WAITS'))?.['status'] === 'active', 'DK-WAITS');
  await end(child);
});

it('says what it needs', async () => {
  expect(await territoryProcess(ground, ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('npm run territory') });
  expect(await territoryProcess(ground, ['suspend', 'DX', '--reason', 'Why'])).toMatchObject({ code: 2, err: expect.stringContaining('There is no territory DX') });
  expect(await territory(ground, [])).toMatchObject({ code: 2 });
  expect(await run('list', { POD_SECRET: '' })).toMatchObject({ code: 2, err: expect.stringContaining('POD_SECRET') });
  expect(await run('list', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' })).toMatchObject({ code: 1, err: expect.stringContaining('ECONNREFUSED') });
  expect(await run('list', { DATABASE_URL: ground.databaseUrl.replace(/\/[^/]*$/, '/postgres') })).toMatchObject({ code: 2, err: expect.stringContaining('npm run migrate -- up') });
});
