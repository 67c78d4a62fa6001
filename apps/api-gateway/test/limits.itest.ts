import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ trustedProxies: ['127.0.0.1'], limits: { enabled: true, anonymousPerMinute: 20, memberPerMinute: 30, mailsPerHour: 2, socketsPerMinute: 5, filesPerMinute: 40 } });
});
afterAll(() => rig?.stop());

const from = (ip: string, headers: Record<string, string> = {}) => ({ headers: { 'x-forwarded-for': ip, ...headers } });
async function allowed(calls: number, ask: () => ReturnType<Rig['ask']>): Promise<number> {
  let passed = 0;
  for (let n = 0; n < calls; n++) if ((await ask()).status === 200) passed++;
  return passed;
}

it('counts strangers by address and members by who they are', async () => {
  const member = await rig.constellation.member('DK');
  const school = '203.0.113.9';
  expect(await allowed(25, () => rig.ask('/api/v1/topics', from(school)))).toBe(20);
  const refused = await rig.ask('/api/v1/topics', from(school));
  expect([refused.status, refused.json.code]).toEqual([429, 'too_many_requests']);
  const wait = Number(refused.headers['retry-after']);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(refused.json.params).toEqual({ retryAfter: wait });
  // The pupil who is signed in goes on behind the same address, and so does another address.
  expect(await allowed(35, () => rig.ask('/api/v1/topics', from(school, { authorization: `Bearer ${member.token}` })))).toBe(30);
  expect(await allowed(3, () => rig.ask('/api/v1/topics', from('203.0.113.10')))).toBe(3);
});

it('lets few registrations through, each kind on its own', async () => {
  const post = (path: string) => () => rig.ask(path, { method: 'POST', ...from('203.0.113.20', { 'content-type': 'application/json' }), body: '{}' });
  expect(await allowed(4, post('/api/v1/auth/registrations'))).toBe(2);
  expect(await allowed(4, post('/api/v1/auth/password-reset-requests'))).toBe(2);
});

it('counts on by itself while Redis is away', async () => {
  const { redis } = rig.constellation.resources;
  redis.disconnect();
  expect(await allowed(25, () => rig.ask('/api/v1/topics', from('203.0.113.30')))).toBe(20);
  await redis.connect();
});

it('stores no address', async () => {
  const keys = await rig.constellation.resources.redis.keys('gateway:*');
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join()).not.toContain('203.0.113');
});

it('counts files on their own: a page has many pictures', async () => {
  const host = 'dk.files-unityplan.localhost';
  const path = `/c/bafkrei${'a'.repeat(52)}`;
  expect(await allowed(45, () => rig.ask(path, { host, ...from('203.0.113.40') }))).toBe(40);
  expect(await allowed(1, () => rig.ask('/api/v1/topics', from('203.0.113.40')))).toBe(1);
});
