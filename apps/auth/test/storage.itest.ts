import { auth } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authAlone, goodPassword, newMember, type AuthAlone, type SignedIn } from './support.ts';

let pod: AuthAlone;
let member: SignedIn;
beforeAll(async () => {
  pod = await authAlone();
  member = await newMember(pod);
});
afterAll(() => pod?.stop());

/** Every row of every table of the database, as text. */
async function everything(): Promise<Map<string, string>> {
  const tables = await pod.ground.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await pod.ground.query<{ text: string }>(`select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`);
    texts.set(name, row!.text);
  }
  return texts;
}

it('holds no address, password, token, key or network in clear, in any table', async () => {
  const ip = '203.0.113.77';
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  await pod.signIn(member.email, { ip, headers: { 'user-agent': userAgent } });
  await pod.signIn(member.email, { ip, password: 'a wrong password here' });
  const linkToken = await pod.linkToken(member.memberId, 'reset_password');
  const refreshed = (await pod.refresh(member.refreshToken)).body.refreshToken!;
  const local = member.email.split('@')[0]!;
  const canaries = { local, domain: 'example.org', goodPassword, linkToken, refresh: member.refreshToken, refreshed, access: member.token.split('.')[2]!, ip, userAgent, pem: 'BEGIN PRIVATE KEY' };
  const texts = await everything();
  expect(texts.size).toBeGreaterThan(10);
  for (const [table, text] of texts)
    for (const [what, canary] of Object.entries(canaries)) expect(`${what} in ${table}: ${text.toLowerCase().includes(canary.toLowerCase())}`).toBe(`${what} in ${table}: false`);
  expect(texts.get('territory_dk.sessions')).toContain('Firefox'); // the search does see what is in clear
});

it('has another blind index and seal for the same address elsewhere', async () => {
  await pod.call(auth.register, { body: { email: member.email, password: goodPassword, language: 'en' }, territory: 'NO' });
  const rows = (territory: string) => pod.ground.query<{ email_index: string; email_sealed: string }>(`select email_index, email_sealed from territory_${territory}.accounts`);
  const [[dk], [no]] = [await rows('dk'), await rows('no')];
  expect(dk!.email_index).not.toBe(no!.email_index);
  expect(dk!.email_sealed).not.toBe(no!.email_sealed);
});

it('writes nothing personal into events', async () => {
  const payloads = await pod.ground.query<{ payload: object }>('select payload from messaging.outbox');
  expect(payloads.length).toBeGreaterThan(3);
  for (const { payload } of payloads) expect(Object.keys(payload).every((field) => ['memberId', 'sessionId', 'reason', 'language'].includes(field))).toBe(true);
});

it('an address cannot be opened once the member’s key is gone', async () => {
  await pod.ground.query('update territory_dk.auth_member_keys set wrapped = $1 where member_id = $2', ['erased', member.memberId]);
  await expect(pod.rpc.call(auth.mailAddress, 'DK', { memberId: member.memberId })).rejects.toMatchObject({ contract: { code: 'internal_error' } });
});
