import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Raw } from './raw.ts';
import { standIn, startRig, type Rig, type StandIn } from './rig.ts';

let rig: Rig;
let other: StandIn;
const open: Raw[] = [];
const plain: StandIn['behaviour']['answer'] = (_, response) => void response.setHeader('content-type', 'application/json').end('{"ok":true}');
const atOnce = 8;
beforeAll(async () => {
  other = await standIn();
  rig = await startRig((url) => ({
    deadlineMs: 1_500, readerMs: 400, upstreams: { auth: other.url, forum: url, notification: url, user: other.url, websocket: other.url },
    connections: { headMs: 1_500, requestMs: 5_000, headers: 100, perAddress: 60, most: 1_000 },
    bodies: { room: 1024 * 1024, silenceMs: 300, leastMs: 900, bytesPerSecond: 1024 * 1024 },
    overload: { atOnce, waiting: 16, waitMs: 200 },
    limits: { enabled: false, anonymousPerMinute: 1, memberPerMinute: 1, mailsPerHour: 1, socketsPerMinute: 1, filesPerMinute: 1 },
  }));
});
afterAll(async () => {
  await rig?.stop();
  await other?.stop();
});
beforeEach(() => {
  rig.upstream.behaviour.answer = other.behaviour.answer = plain;
  rig.upstream.seen.length = other.seen.length = 0;
});
afterEach(() => {
  for (const raw of open.splice(0)) raw.socket.destroy();
});
const host = (): string => `host: dk.localhost:${rig.port}\r\n`;
const say = (bytes: string, from?: string): Raw => {
  const raw = new Raw(rig.port, '127.0.0.1', from).write(bytes);
  open.push(raw);
  return raw;
};
const served = () => rig.ask('/api/v1/topics').then(({ status }) => status);
/** A letter now and then, for as long as the gateway listens. */
const drip = (raw: Raw, everyMs: number): void => {
  const timer = setInterval(() => (raw.ended ? clearInterval(timer) : raw.write('x')), everyMs);
  raw.socket.once('close', () => clearInterval(timer));
};

describe('callers that never come to the point', () => {
  it('with heads of a letter now and then are sent away, and others are served meanwhile', async () => {
    const slow = Array.from({ length: 40 }, () => say(`GET /api/v1/topics HTTP/1.1\r\n${host()}x-slow: `));
    for (const raw of slow) drip(raw, 50);
    expect(await served()).toBe(200);
    const said = await Promise.all(slow.map((raw) => raw.end()));
    for (const text of said) expect(text).toMatch(/^HTTP\/1\.1 408 .*request_too_slow/s);
    expect(rig.upstream.seen).toHaveLength(1);
  });

  it('with bodies of a letter now and then keep no service busy, and are sent away', async () => {
    const { token } = await rig.constellation.member('DK');
    const slow = Array.from({ length: atOnce * 3 }, () => say(`POST /api/v1/previews HTTP/1.1\r\n${host()}authorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{`));
    for (const raw of slow) drip(raw, 50);
    expect(await served()).toBe(200);
    for (const raw of slow) expect(await raw.refusal()).toEqual([408, 'request_too_slow']);
    expect(rig.upstream.seen.map(({ method }) => method)).toEqual(['GET']);
    // And silent ones sooner.
    expect(await say(`POST /api/v1/previews HTTP/1.1\r\n${host()}authorization: Bearer ${token}\r\ncontent-length: 50\r\n\r\n{`).refusal()).toEqual([408, 'request_too_slow']);
  });

  it('with bodies find room up to a bound', async () => {
    const { token } = await rig.constellation.member('DK');
    const large = () => say(`POST /api/v1/previews HTTP/1.1\r\n${host()}authorization: Bearer ${token}\r\ncontent-length: 200000\r\n\r\n{`);
    const within = Array.from({ length: 5 }, large);
    const metrics = async () => (await rig.ask('/metrics', { host: `127.0.0.1:${rig.port}` })).text;
    await vi.waitFor(async () => expect(await metrics()).toMatch(/gateway_body_bytes\{.*\} 1000000\n/), { timeout: 20_000 });
    const [status, code] = await large().refusal();
    expect([status, code]).toEqual([503, 'gateway_busy']);
    expect(await served()).toBe(200);
    await Promise.all(within.map((raw) => raw.end().then(() => undefined)));
    await vi.waitFor(async () => expect(await metrics()).toMatch(/gateway_body_bytes\{.*\} 0\n/), { timeout: 20_000 });
  });

  it('find so many connections from one address, and other addresses find theirs', async () => {
    const many = Array.from({ length: 60 }, () => say('', '127.0.0.9'));
    await Promise.all(many.map((raw) => new Promise((done) => raw.socket.once('connect', done))));
    const text = await say(`GET /api/v1/topics HTTP/1.1\r\n${host()}\r\n`, '127.0.0.9').end();
    expect(text).toBe('');
    expect(await served()).toBe(200);
    many[0]!.socket.destroy();
    await vi.waitFor(async () => expect((await say(`GET /api/v1/topics HTTP/1.1\r\n${host()}connection: close\r\n\r\n`, '127.0.0.9').end()).slice(9, 12)).toBe('200'), { timeout: 20_000 });
  });
});

describe('callers that do not read', () => {
  it('are cut off, keep no turn of a service, and let others through', async () => {
    let written = 0;
    rig.upstream.behaviour.answer = (incoming, response) => {
      if (!incoming.url!.includes('limit=50')) return plain(incoming, response);
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      const push = (): void => {
        while (!response.destroyed) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536, 1))) return void response.once('drain', push);
        }
      };
      push();
    };
    const cut = rig.upstream.cutOff();
    const slow = Array.from({ length: atOnce * 2 }, () => say(`GET /api/v1/topics?limit=50 HTTP/1.1\r\n${host()}\r\n`));
    await Promise.all(slow.map((raw) => raw.until((text) => text.startsWith('HTTP/1.1 200')).then(() => raw.socket.pause())));
    for (let n = 0; n < 20; n++) expect(await served()).toBe(200);
    await vi.waitFor(() => expect(rig.upstream.cutOff()).toBe(cut + slow.length), { timeout: 20_000 });
    expect(written).toBeLessThan(slow.length * 20 * 1024 * 1024);
  });

  it('get all of it when they read slowly but read', async () => {
    const body = 'y'.repeat(3_000_000);
    rig.upstream.behaviour.answer = (_, response) => void response.writeHead(200, { 'content-length': body.length }).end(body);
    const raw = say(`GET /api/v1/topics HTTP/1.1\r\n${host()}connection: close\r\n\r\n`);
    const pace = setInterval(() => (raw.socket.isPaused() ? raw.socket.resume() : raw.socket.pause()), 20);
    const text = await raw.end();
    clearInterval(pace);
    expect(text.slice(text.indexOf('\r\n\r\n') + 4)).toHaveLength(body.length);
  });
});

describe('a service that hangs', () => {
  it('is asked by so many at a time; the rest is refused quickly, and other services answer', async () => {
    rig.upstream.behaviour.answer = () => undefined;
    // A member and an address hold half of the places at most, together all that a territory may have.
    const { token } = await rig.constellation.member('DK');
    const headers = { authorization: `Bearer ${token}` };
    const hanging = [...Array.from({ length: 20 }, () => rig.ask('/api/v1/topics')), ...Array.from({ length: 20 }, () => rig.ask('/api/v1/topics', { headers }))];
    const answers = await Promise.all([...hanging, rig.ask('/api/v1/users/me', { headers })]);
    expect(answers.pop()!.status).toBe(200);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 504)).toHaveLength(atOnce * 0.75);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(40 - atOnce * 0.75);
    for (const { json, headers: told } of refused) {
      expect(json.code).toBe('gateway_busy');
      expect(Number(told['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(json.params).toEqual({ retryAfter: Number(told['retry-after']) });
    }
    expect(rig.upstream.seen).toHaveLength(atOnce * 0.75);
  });

  it('for one caller does not hang for another', async () => {
    rig.upstream.behaviour.answer = (incoming, response) => (incoming.headers.authorization ? undefined : plain(incoming, response));
    const { token } = await rig.constellation.member('DK');
    const greedy = Array.from({ length: 30 }, () => rig.ask('/api/v1/topics', { headers: { authorization: `Bearer ${token}` } }));
    await vi.waitFor(() => expect(rig.upstream.seen.length).toBeGreaterThanOrEqual(atOnce / 2), { timeout: 20_000 });
    for (let n = 0; n < 10; n++) expect(await served()).toBe(200);
    expect((await Promise.all(greedy)).every(({ status }) => status === 503 || status === 504)).toBe(true);
  });

  it('lets whoever wants to sign out through, also when all of its places are taken', async () => {
    other.behaviour.answer = (incoming, response) => (incoming.method === 'DELETE' ? plain(incoming, response) : undefined);
    const { token } = await rig.constellation.member('DK');
    const hanging = Array.from({ length: 30 }, (_, n) => rig.ask('/api/v1/auth/sessions', { headers: n % 2 ? { authorization: `Bearer ${token}` } : {}, method: n % 2 ? 'GET' : 'POST' }));
    await vi.waitFor(() => expect(other.seen.length).toBeGreaterThanOrEqual(atOnce * 0.75), { timeout: 20_000 });
    const out = await rig.ask('/api/v1/auth/sessions/current', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    expect(out.status).toBe(200);
    expect((await rig.ask('/health/live', { host: `127.0.0.1:${rig.port}` })).status).toBe(200);
    await Promise.all(hanging);
  });
});

it('writes each call down once: one that is answered, one that streams, and one whose caller leaves', async () => {
  const counted = async (): Promise<Record<string, number>> => {
    const { text } = await rig.ask('/metrics', { host: `127.0.0.1:${rig.port}` });
    return Object.fromEntries([...text.matchAll(/gateway_request_duration_seconds_count\{[^}]*route="\/topics"[^}]*status="(\d+)"[^}]*\} (\d+)/g)].map(([, status, count]) => [status, Number(count)]));
  };
  const before = await counted();
  const since = async () => Object.fromEntries(Object.entries(await counted()).map(([status, count]) => [status, count - (before[status] ?? 0)]).filter(([, count]) => count !== 0));
  expect(await served()).toBe(200);
  rig.upstream.behaviour.answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(300_000));
  expect(await served()).toBe(200);
  let reached = false;
  rig.upstream.behaviour.answer = () => void (reached = true);
  const leaver = say(`GET /api/v1/topics HTTP/1.1\r\n${host()}\r\n`);
  await vi.waitFor(() => expect(reached).toBe(true), { timeout: 20_000 });
  leaver.socket.destroy();
  await vi.waitFor(async () => expect(await since()).toEqual({ 200: 2, 499: 1 }), { timeout: 20_000 });
});
