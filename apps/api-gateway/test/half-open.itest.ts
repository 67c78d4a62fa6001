import type { Server } from 'node:http';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Raw } from './raw.ts';
import { startRig, type Rig, type StandIn } from './rig.ts';

let rig: Rig;
let token: string;
const open: Raw[] = [];
const peers = process.env['PROOF'] === 'full' ? 500 : 40;
const visits = 8;
const plain: StandIn['behaviour']['answer'] = (_, response) => void response.setHeader('content-type', 'application/json').end('{"ok":true}');
/** Writes for as long as anybody takes it. */
const endless: StandIn['behaviour']['answer'] = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const push = (): void => {
    while (!response.destroyed) if (!response.write(Buffer.alloc(65_536, 1))) return void response.once('drain', push);
  };
  push();
};
beforeAll(async () => {
  rig = await startRig({
    deadlineMs: 1_500, readerMs: 400,
    connections: { headMs: 600, requestMs: 5_000, headers: 100, perAddress: 1_000, most: 2_000 },
    bodies: { room: 1024 * 1024, silenceMs: 300, leastMs: 900, bytesPerSecond: 1024 * 1024 },
    overload: { atOnce: 8, waiting: 200, waitMs: 2_000 },
    limits: { enabled: false, anonymousPerMinute: 1, memberPerMinute: 1, mailsPerHour: 1, socketsPerMinute: 1, filesPerMinute: 1 },
  });
  // Half a minute in production.
  server().keepAliveTimeout = 500;
  token = (await rig.constellation.member('DK')).token;
});
afterAll(() => rig?.stop());
beforeEach(() => void (rig.upstream.behaviour.answer = plain));
afterEach(() => {
  for (const raw of open.splice(0)) raw.socket.destroy();
});

const host = (): string => `host: dk.localhost:${rig.port}\r\n`;
const get = (path = '/api/v1/topics'): string => `GET ${path} HTTP/1.1\r\n${host()}\r\n`;
const head = `POST /api/v1/previews HTTP/1.1\r\n`;
const post = (): string => `${head}${host()}authorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n`;
const say = (bytes: string): Raw => {
  const raw = new Raw(rig.port);
  if (bytes) raw.write(bytes);
  open.push(raw);
  return raw;
};
/** Every so often, for as long as the connection is there. */
const again = (raw: Raw, everyMs: number, what: () => void): void => {
  const timer = setInterval(what, everyMs);
  raw.socket.once('close', () => clearInterval(timer));
};
const server = (): Server => rig.constellation.services[0]!.app.getHttpServer() as Server;
const connections = (): Promise<number> => new Promise((done) => server().getConnections((_, count) => done(count)));
/** What the gateway still keeps for callers: connections, promised room for bodies, calls and turns. */
async function kept(): Promise<{ connections: number; bytes: number; calls: number }> {
  const { text } = await rig.ask('/metrics', { host: `127.0.0.1:${rig.port}`, headers: { connection: 'close' } });
  const sum = (name: string): number => [...text.matchAll(new RegExp(`^${name}\\{.*\\} (\\d+)$`, 'gm'))].reduce((total, [, value]) => total + Number(value), 0);
  // The one that asks for the metrics has a connection, too.
  return { connections: Math.max(0, (await connections()) - 1), bytes: sum('gateway_body_bytes'), calls: sum('gateway_calls') };
}
const served = () => rig.ask('/api/v1/topics', { headers: { connection: 'close' } }).then(({ status }) => status);
/** Others are served while these peers are there, and what is kept for them is given back although they never say goodbye. */
async function expectPassing(): Promise<void> {
  for (let n = 0; n < visits; n++) expect(await served()).toBe(200);
  await vi.waitFor(async () => expect(await kept()).toEqual({ connections: 0, bytes: 0, calls: 0 }), { timeout: 20_000, interval: 100 });
}

describe(`${peers} peers that are gone without a word`, () => {
  // A machine that lost its network sends nothing more and takes nothing more, and no FIN tells of it.
  const gone = (bytes: () => string): Raw[] => Array.from({ length: peers }, () => {
    const raw = say(bytes());
    raw.socket.pause();
    return raw;
  });

  it.each<[string, () => string]>([
    ['once connected', () => ''],
    ['in the first line', () => 'GET /api/v1/to'],
    ['in the head', () => `${head}${host()}x-half: `],
    ['before the body', post],
    ['in the body', () => `${post()}{"markdown":`],
    ['in a chunk of the body', () => `${head}${host()}authorization: Bearer ${token}\r\ntransfer-encoding: chunked\r\n\r\n100\r\n{"mark`],
  ])('%s cost connections for a moment, and others are served', async (_, bytes) => {
    gone(bytes);
    await vi.waitFor(async () => expect(await connections()).toBeGreaterThanOrEqual(peers), { timeout: 20_000 });
    await expectPassing();
  });

  it('after an answer, or in the middle of one, the same', async () => {
    gone(() => get());
    await expectPassing();
    rig.upstream.behaviour.answer = (incoming, response) => (incoming.url!.includes('limit=50') ? endless : plain)(incoming, response);
    const cut = rig.upstream.cutOff();
    gone(() => get('/api/v1/topics?limit=50'));
    await expectPassing();
    expect(rig.upstream.cutOff() - cut).toBeGreaterThanOrEqual(8);
  });
});

describe('peers that open TLS on the plain port', () => {
  it('are told in plain words, or sent away in mid-handshake, and others are served', async () => {
    const handshakes = Array.from({ length: peers }, () => new Promise<string>((done) => {
      const socket = connectTls({ port: rig.port, host: '127.0.0.1', servername: 'dk.localhost', rejectUnauthorized: false });
      socket.on('secureConnect', () => done('secure'));
      socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? ''));
    }));
    expect([...new Set(await Promise.all(handshakes))]).toEqual(['ERR_SSL_WRONG_VERSION_NUMBER']);
    const hello = '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03';
    expect(await say(hello).refusal()).toEqual([400, 'request_malformed']);
    for (let n = 0; n < peers; n++) say(hello.slice(0, 1)).socket.pause();
    await expectPassing();
  });
});

describe(`${peers} peers at a byte now and then`, () => {
  it('in the head are told that they are too slow', async () => {
    const slow = Array.from({ length: peers }, () => say(''));
    for (const raw of slow) {
      const letters = `${head}${host()}x-slow: ${'x'.repeat(1_000)}`[Symbol.iterator]();
      again(raw, 50, () => raw.write(letters.next().value ?? 'x'));
    }
    await vi.waitFor(async () => expect(await connections()).toBeGreaterThanOrEqual(peers), { timeout: 20_000 });
    for (let n = 0; n < visits; n++) expect(await served()).toBe(200);
    for (const raw of slow) expect(await raw.refusal()).toEqual([408, 'request_too_slow']);
    await expectPassing();
  });

  it('in the body are told so too, and reach no service', async () => {
    const slow = Array.from({ length: peers }, () => say(post()));
    for (const raw of slow) again(raw, 50, () => raw.write('x'));
    rig.upstream.seen.length = 0;
    for (let n = 0; n < visits; n++) expect(await served()).toBe(200);
    for (const raw of slow) expect(await raw.refusal()).toEqual([408, 'request_too_slow']);
    await expectPassing();
    expect(rig.upstream.seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('of an answer are cut off, and keep no turn of a service', async () => {
    rig.upstream.behaviour.answer = (incoming, response) => (incoming.url!.includes('limit=50') ? endless : plain)(incoming, response);
    const slow = Array.from({ length: peers }, () => say(get('/api/v1/topics?limit=50')));
    for (const { socket } of slow) {
      socket.removeAllListeners('data').pause();
      again(open.find((raw) => raw.socket === socket)!, 50, () => void socket.read(1));
    }
    await expectPassing();
  });
});
