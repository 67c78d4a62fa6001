import { auth, user } from '@unityplan/contracts';
import { deliver, expectPublished } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { userAlone, type UserAlone } from './support.ts';

let pod: UserAlone;
beforeAll(async () => {
  pod = await userAlone();
});
afterAll(() => pod?.stop());

it('makes a profile when an address is verified, once, in the language of the registration', async () => {
  const member = await pod.member();
  expect((await pod.call(user.getOwnProfile, { as: member })).problem).toMatchObject({ code: 'profile_not_ready' });
  const id = v7();
  expect(await deliver(pod.messaging, auth.accountVerified, { memberId: member.memberId, language: 'da' }, { id })).toBe('handled');
  expect(await deliver(pod.messaging, auth.accountVerified, { memberId: member.memberId, language: 'da' }, { id })).toBe('duplicate');
  await deliver(pod.messaging, auth.accountVerified, { memberId: member.memberId, language: 'en' }); // told again under another id
  const profile = (await pod.call(user.getOwnProfile, { as: member })).body;
  expect(profile).toEqual({
    memberId: member.memberId, handle: expect.stringMatching(/^member-[0-9a-z]{5}$/), displayName: null, avatar: null, about: '', language: 'da',
    timeZone: 'Europe/Copenhagen', memberSince: expect.any(String), complete: false,
  });
  await expectPublished(pod.ground.client, user.profileCreated, { memberId: member.memberId });
  const told = await pod.ground.query(`select 1 from messaging.outbox where event = 'profile.created' and aggregate = $1`, [member.memberId]);
  expect(told.length).toBe(1);
});

it('changes what was sent and nothing else, and tells which fields', async () => {
  const member = await pod.verified();
  const change = (body: object) => pod.call(user.updateOwnProfile, { as: member, body });
  const name = 'Frej\u0061\u030a Holm'; // composed on the way in
  const changed = await change({ displayName: `  ${name} `, about: 'Bager ved Limfjorden.\nLærer gerne fra sig.' });
  expect(changed.body).toMatchObject({ displayName: name.normalize('NFC'), about: 'Bager ved Limfjorden.\nLærer gerne fra sig.', complete: true });
  await expectPublished(pod.ground.client, user.profileUpdated, { memberId: member.memberId, fields: ['display_name', 'about'] });

  await change({ language: 'en', timeZone: 'America/Nuuk', handle: 'Freja-H' });
  expect((await pod.call(user.getOwnProfile, { as: member })).body).toMatchObject({ language: 'en', timeZone: 'America/Nuuk', handle: 'freja-h', displayName: name.normalize('NFC') });

  const events = () => pod.ground.query(`select 1 from messaging.outbox where event = 'profile.updated' and aggregate = $1`, [member.memberId]);
  const before = (await events()).length;
  expect((await change({ handle: 'freja-h', language: 'en' })).status).toBe(200);
  expect((await events()).length).toBe(before);
});

it.each([
  ['handle', 'ab', 'Use 3 to 30 letters'],
  ['handle', '1abc', 'Use 3 to 30 letters'],
  ['handle', 'freja holm', 'Use 3 to 30 letters'],
  ['handle', 'æbler', 'Use 3 to 30 letters'],
  ['timeZone', 'Europe/Atlantis', 'Use an IANA time zone'],
  ['displayName', 'a\u0000b', 'Remove the control characters'],
  ['displayName', '   ', ''],
  ['displayName', 'x'.repeat(61), ''],
  ['language', 'kl', ''],
])('refuses %s %j and says where', async (field, value, message) => {
  const answer = await pod.call(user.updateOwnProfile, { as: await pod.verified(), body: { [field]: value } });
  expect(answer.problem).toMatchObject({ code: 'input_invalid', faults: [{ path: `body.${field}`, message: expect.stringContaining(message) }] });
});

it('gives a handle to one of many who want it at once', async () => {
  const members = await Promise.all(Array.from({ length: 8 }, () => pod.verified()));
  const answers = await Promise.all(members.map((as) => pod.call(user.updateOwnProfile, { as, body: { handle: 'the-one' } })));
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  const taken = answers.filter(({ status }) => status === 409);
  expect(taken.length).toBe(7);
  expect(taken[0]!.problem).toMatchObject({ code: 'handle_taken', title: 'The name @the-one is taken.' });
});

it('keeps the names of the platform', async () => {
  const as = await pod.verified();
  for (const handle of ['admin', 'Everyone']) expect((await pod.call(user.updateOwnProfile, { as, body: { handle } })).problem.code).toBe('handle_taken');
});

it('shows a profile to members of the same territory only', async () => {
  const member = await pod.verified();
  await pod.call(user.updateOwnProfile, { as: member, body: { handle: 'shown', displayName: 'Shown' } });
  const look = async (as: Awaited<ReturnType<UserAlone['verified']>> | undefined, handle = 'Shown') => pod.call(user.getProfile, { ...(as ? { as } : {}), params: { handle } });
  const seen = await look(await pod.verified());
  expect(seen.body).toEqual({ memberId: member.memberId, handle: 'shown', displayName: 'Shown', avatar: null, about: '', memberSince: expect.any(String) });
  expect((await look(await pod.verified('NO'))).problem.code).toBe('not_found');
  expect((await look(member, 'nobody-here')).problem.code).toBe('not_found');
  expect((await look(undefined)).problem.code).toBe('not_signed_in');
});

it('stores names and texts sealed: no canary in any table', async () => {
  const member = await pod.verified();
  const canaries = ['Canary Displayname Qx', 'canary about text zz'];
  await pod.call(user.updateOwnProfile, { as: member, body: { displayName: canaries[0], about: canaries[1] } });
  const tables = await pod.ground.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  let seen = '';
  for (const { name } of tables) {
    const [row] = await pod.ground.query<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`);
    seen += row!.text;
    for (const canary of canaries) expect(`${name}: ${row!.text.includes(canary)}`).toBe(`${name}: false`);
  }
  expect(seen).toContain(member.memberId); // the search does see what is in clear
});
