import { auth } from '@unityplan/contracts';
import { contextHeader, contextKeyPurpose, deriveKey, openContext } from '@unityplan/service-kit';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
let visitor: TestMember;
beforeAll(async () => {
  rig = await startRig({ limits: { enabled: false, anonymousPerMinute: 1, memberPerMinute: 1, mailsPerHour: 1, socketsPerMinute: 1, filesPerMinute: 1 } });
  // Before the first token is looked at: keys that are not known are asked for again only after some seconds.
  visitor = await rig.constellation.member('NO');
  await rig.constellation.member('DK');
});
afterAll(() => rig?.stop());
beforeEach(() => void (rig.upstream.seen.length = 0));

const contextOf = () => openContext(rig.upstream.last().headers[contextHeader] as string, deriveKey(rig.constellation.config.podSecret, contextKeyPurpose));

describe('host', () => {
  it('is the territory', async () => {
    await rig.ask('/api/v1/topics');
    expect(contextOf()).toMatchObject({ territory: 'DK', ip: '127.0.0.1' });
    await rig.ask('/api/v1/topics', { host: 'NO.unityplan.org:443' });
    expect(contextOf()).toMatchObject({ territory: 'NO' });
  });

  it.each(['example.org', 'dk.localhost.evil.example', 'xx.localhost', 'se.unityplan.org', 'localhost', 'evil.dk.unityplan.org', 'dk.localhost@evil'])('%s is nobody here', async (host) => {
    const program = await rig.ask('/api/v1/topics', { host });
    expect([program.status, program.json.code]).toEqual([404, 'territory_unknown']);
    const person = await rig.ask('/', { host, headers: { accept: 'text/html', 'accept-language': 'da' } });
    expect(person.status).toBe(404);
    expect(person.headers['content-type']).toContain('text/html');
    expect(person.text).toContain('Intet territorium');
    expect(rig.upstream.seen).toHaveLength(0);
  });

  it('of a suspended territory is closed', async () => {
    const { ground, resources } = rig.constellation;
    await ground.query(`update global.territories set status = 'suspended' where id = 'NO'`);
    await resources.registry.refresh();
    try {
      const answer = await rig.ask('/api/v1/topics', { host: 'no.localhost' });
      expect([answer.status, answer.json.code, answer.json.params]).toEqual([403, 'territory_suspended', { territory: 'Norway', open: { slug: 'dk', name: { en: 'Denmark', da: 'Danmark' } } }]);
    } finally {
      await ground.query(`update global.territories set status = 'active' where id = 'NO'`);
      await resources.registry.refresh();
    }
  });
});

describe('headers from outside', () => {
  it('cannot name a territory, an address or a member', async () => {
    const headers = {
      [contextHeader]: 'NO|9.9.9.9|1|1|x', 'x-up-anything': '1', 'x-territory-id': 'NO', 'x-forwarded-for': '9.9.9.9', forwarded: 'for=9.9.9.9', 'x-real-ip': '9.9.9.9', 'x-forwarded-host': 'no.localhost',
      connection: 'x-hop', 'x-hop': '1', te: 'trailers', authorization: 'Bearer forged', cookie: '__Host-access=forged', 'x-request-deadline': '1', 'accept-language': 'da', 'idempotency-key': 'abcdefgh',
    };
    await rig.ask('/api/v1/topics', { headers });
    const seen = rig.upstream.last().headers;
    expect(contextOf()).toMatchObject({ territory: 'DK', ip: '127.0.0.1' });
    for (const name of ['x-up-anything', 'x-territory-id', 'x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host', 'x-hop', 'te', 'authorization', 'cookie']) expect(seen, name).not.toHaveProperty(name);
    expect(seen).toMatchObject({ 'accept-language': 'da', 'idempotency-key': 'abcdefgh', traceparent: expect.stringMatching(/^00-/) });
    expect(Number(seen['x-request-deadline'])).toBeGreaterThan(Date.now());
  });

  it('give cookies to auth alone, and only auth may set them', async () => {
    rig.upstream.behaviour.answer = (_, response) => void response.setHeader('set-cookie', ['a=1', 'b=2']).setHeader('content-type', 'application/json').end('{}');
    const cookie = '__Host-refresh=r';
    const fromForum = await rig.ask('/api/v1/topics', { headers: { cookie: 'theme=dark' } });
    expect(rig.upstream.last().headers.cookie).toBeUndefined();
    expect(fromForum.headers['set-cookie']).toBeUndefined();
    const fromAuth = await rig.ask('/.well-known/jwks.json', { headers: { cookie } });
    expect(rig.upstream.last()).toMatchObject({ url: '/api/v1/auth/jwks', headers: { cookie } });
    expect(fromAuth.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    rig.upstream.behaviour.answer = (_, response) => void response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
});

describe('token', () => {
  it('is taken from the header or the cookie and handed on', async () => {
    const member = await rig.constellation.member('DK');
    await rig.ask('/api/v1/users/me', { headers: { authorization: `Bearer ${member.token}` } });
    expect(rig.upstream.last().headers.authorization).toBe(`Bearer ${member.token}`);
    await rig.ask('/api/v1/users/me', { headers: { cookie: `a=b; __Host-access=${member.token}` } });
    expect(rig.upstream.last().headers.authorization).toBe(`Bearer ${member.token}`);
  });

  it('that does not hold makes a guest; members-only routes say so', async () => {
    const asked = { headers: { cookie: '__Host-access=eyJhbGciOiJub25lIn0.e30.' } };
    expect((await rig.ask('/api/v1/topics', asked)).status).toBe(200);
    expect(rig.upstream.last().headers.authorization).toBeUndefined();
    const refused = await rig.ask('/api/v1/users/me', asked);
    expect([refused.status, refused.json.code]).toEqual([401, 'not_signed_in']);
  });

  it('that ran out is asked to be renewed, where that is possible', async () => {
    const cookie = '__Host-access=old; __Host-refresh=r';
    const page = await rig.ask('/api/v1/topics', { headers: { cookie } });
    expect([page.status, page.json.code]).toEqual([401, 'not_signed_in']);
    expect((await rig.ask('/api/v1/auth/jwks', { headers: { cookie } })).status).toBe(200);
  });

  it('of another territory is refused', async () => {
    const answer = await rig.ask('/api/v1/users/me', { headers: { authorization: `Bearer ${visitor.token}` } });
    expect([answer.status, answer.json.code, answer.json.params]).toEqual([403, 'territory_mismatch', { home: 'Norway', territory: 'Denmark', homeSlug: 'no' }]);
  });

  it('dies with its session, long before the gateway asks', async () => {
    const member = await rig.constellation.member('DK');
    const me = () => rig.ask('/api/v1/users/me', { headers: { authorization: `Bearer ${member.token}` } });
    expect((await me()).status).toBe(200);
    await rig.publish(auth.sessionEnded, { memberId: member.memberId, sessionId: member.sessionId, reason: 'revoked' });
    await vi.waitFor(async () => expect((await me()).status).toBe(401), { timeout: 20_000, interval: 20 });
  });
});

describe('requests that another site may have caused', () => {
  it('are refused before a service sees them', async () => {
    const member = await rig.constellation.member('DK');
    const cookie = `__Host-access=${member.token}`;
    const origin = `http://dk.localhost:${rig.port}`;
    const post = (headers: Record<string, string>) => rig.ask('/api/v1/previews', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
    const forged: Record<string, string>[] = [{ cookie }, { cookie, origin }, { cookie, 'x-unityplan-request': '1' }, { cookie, origin: `http://no.localhost:${rig.port}`, 'x-unityplan-request': '1' }];
    for (const headers of forged) {
      const answer = await post(headers);
      expect([answer.status, answer.json.code], JSON.stringify(headers)).toEqual([403, 'origin_refused']);
    }
    expect(rig.upstream.seen).toHaveLength(0);
    expect((await post({ cookie, origin, 'x-unityplan-request': '1' })).status).toBe(200);
    expect((await post({ authorization: `Bearer ${member.token}` })).status).toBe(200);
  });

  it('may end mails by one click, but as nobody', async () => {
    const member = await rig.constellation.member('DK');
    const answer = await rig.ask(`/api/v1/unsubscribes/${'t'.repeat(30)}`, { method: 'POST', headers: { origin: 'https://mail.example', cookie: `__Host-access=${member.token}`, 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(200);
    expect(rig.upstream.last().headers).not.toHaveProperty('authorization');
    expect(rig.upstream.last().headers).not.toHaveProperty('cookie');
    expect(rig.upstream.last().body).toBe('List-Unsubscribe=One-Click');
  });
});

describe('addresses', () => {
  it('that no contract knows go nowhere', async () => {
    for (const path of ['/api/v1/nothing', '/api/v2/topics', '/api/v1/topics/a/b/c', '/api/v1/../health/ready', '/api/v1/topics/%zz', '/api/v1/topics/%00', '//evil.example/api/v1/topics']) expect((await rig.ask(path)).status, path).toBe(404);
    expect((await rig.ask('/api/v1/nothing')).headers['content-type']).toContain('application/problem+json');
    const wrong = await rig.ask('/api/v1/topics', { method: 'PUT' });
    expect([wrong.status, wrong.json.code, wrong.headers.allow]).toEqual([405, 'method_not_allowed', 'GET, POST']);
    expect(rig.upstream.seen).toHaveLength(0);
  });

  it('without a version mean the current one', async () => {
    await rig.ask('/api/topics?limit=3');
    expect(rig.upstream.last().url).toBe('/api/v1/topics?limit=3');
  });

  it('of operators answer on this machine only', async () => {
    const host = `127.0.0.1:${rig.port}`;
    expect((await rig.ask('/health/live', { host })).json).toMatchObject({ status: 'ok', services: { forum: expect.any(String) } });
    expect((await rig.ask('/metrics', { host })).text).toContain('gateway_request_duration_seconds');
    for (const options of [{ host, headers: { 'x-forwarded-for': '9.9.9.9' } }, { host: 'dk.unityplan.org' }])
      for (const path of ['/health/cluster', '/metrics', '/ready']) expect((await rig.ask(path, options)).status, path).toBe(404);
  });
});
