import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { TestMember } from '@unityplan/testing';
import jwt from 'jsonwebtoken';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Raw } from './raw.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
let member: TestMember;
const open: Raw[] = [];
beforeAll(async () => {
  rig = await startRig({ limits: { enabled: false, anonymousPerMinute: 1, memberPerMinute: 1, mailsPerHour: 1, socketsPerMinute: 1, filesPerMinute: 1 } });
  member = await rig.constellation.member('DK');
});
afterAll(() => rig?.stop());
afterEach(async () => {
  for (const raw of open.splice(0)) raw.socket.destroy();
  // Whatever came, the door still stands and says what it always says.
  rig.upstream.seen.length = 0;
  expect((await rig.ask('/api/v1/topics')).status).toBe(200);
  expect(rig.upstream.seen).toHaveLength(1);
  rig.upstream.seen.length = 0;
});

const say = (bytes: string | Buffer): Raw => {
  const raw = new Raw(rig.port).write(bytes);
  open.push(raw);
  return raw;
};
const host = (): string => `host: dk.localhost:${rig.port}\r\n`;
const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\n${host()}${more}\r\n`;

describe('addresses', () => {
  it.each<[string, string, number, string]>([
    ['raw bytes that are no UTF-8', '/api/v1/topics/\xff\xfe', 400, 'request_malformed'],
    ['raw UTF-8', '/api/v1/topics/\xc3\xb8', 400, 'request_malformed'],
    ['encoded bytes that are no UTF-8', '/api/v1/topics/%ff%fe', 404, 'not_found'],
    ['an overlong encoding of a slash', '/api/v1/topics/..%c0%af..', 404, 'not_found'],
    ['an encoded NUL', '/api/v1/topics/%00', 404, 'not_found'],
    ['a query that is no UTF-8', '/api/v1/topics?limit=%ff', 400, 'request_malformed'],
    ['a query with half an escape', '/api/v1/topics?limit=%4', 400, 'request_malformed'],
    ['raw bytes in a query', '/api/v1/topics?limit=\xe6', 400, 'request_malformed'],
    ['dots', '/api/v1/../../metrics', 404, 'not_found'],
    ['encoded dots', '/api/v1/%2e%2e/%2e%2e/metrics', 404, 'not_found'],
    ['half encoded dots', '/api/v1/topics/.%2E/users', 404, 'not_found'],
    ['dots in the place of an id', '/api/v1/topics/../posts', 404, 'not_found'],
    ['an encoded backslash', '/api/v1\\..\\topics', 404, 'not_found'],
    ['double slashes', '//api/v1/topics', 404, 'not_found'],
    ['double slashes within', '/api//v1//topics', 404, 'not_found'],
    ['a path parameter', '/api/v1/topics;a=b', 404, 'not_found'],
    ['another case', '/API/V1/Topics', 404, 'not_found'],
    ['the absolute form', 'http://no.localhost/api/v1/topics', 404, 'not_found'],
    ['the form of a tunnel', 'no.localhost:443', 400, 'request_malformed'],
    ['more than 4,096 characters', `/api/v1/topics?limit=${'1'.repeat(5_000)}`, 404, 'not_found'],
    ['an encoded question mark', '/api/v1/topics%3flimit=1', 404, 'not_found'],
  ])('with %s are refused', async (_, path, status, code) => {
    expect(await say(get(path)).refusal()).toEqual([status, code]);
    expect(rig.upstream.seen).toHaveLength(0);
  });

  it.each(['GET /api/v1/topics\0 HTTP/1.1\r\n', 'G<T /api/v1/topics HTTP/1.1\r\n', 'GET /api/v1/topics HTTP/9.9\r\n', 'GET /api/v1/topics\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'])('in a line that is no request line: %j', async (line) => {
    expect(await say(`${line}${host()}\r\n\r\n`).refusal()).toEqual([400, 'request_malformed']);
  });

  it('of hosts that are nobody’s lead nowhere, whichever way they are written', async () => {
    for (const name of ['xx.localhost', 'DK.LOCALHOST.', 'dk.localhost@no.localhost', '[::1]', 'dk.localhost/..', '\xffdk.localhost', 'dk.localhost no.localhost', '127.0.0.1', 'HAIDA-FN-XX.localhost', `${'a'.repeat(300)}.localhost`]) {
      const [status, code] = await say(`GET /api/v1/topics HTTP/1.1\r\nhost: ${name}\r\n\r\n`).refusal();
      expect([status, code], name).toEqual(name === 'DK.LOCALHOST.' && status === 200 ? [200, undefined] : [404, 'territory_unknown']);
    }
    expect(await say('GET /api/v1/topics HTTP/1.1\r\n\r\n').refusal()).toEqual([400, 'request_malformed']);
  });
});

describe('headers', () => {
  it('above 16 kB, or more than a hundred, are refused', async () => {
    expect(await say(get('/api/v1/topics', `x-long: ${'a'.repeat(20_000)}\r\n`)).refusal()).toEqual([431, 'request_headers_too_large']);
    expect(await say(get('/api/v1/topics', Array.from({ length: 110 }, (_, n) => `x-${n}: 1\r\n`).join(''))).refusal()).toEqual([431, 'request_headers_too_large']);
    expect(await say(get('/api/v1/topics', Array.from({ length: 2_500 }, () => 'a:b\r\n').join(''))).refusal()).toEqual([431, 'request_headers_too_large']);
    expect(await say(get('/api/v1/topics', `cookie: ${'a=b; '.repeat(4_000)}\r\n`)).refusal()).toEqual([431, 'request_headers_too_large']);
  });

  it.each<[string, string]>([
    ['two hosts', 'host: no.localhost\r\n'],
    ['two tokens', 'authorization: Bearer a\r\nauthorization: Bearer b\r\n'],
    ['two lengths', 'content-length: 5\r\ncontent-length: 6\r\n'],
    ['the same length twice', 'content-length: 5\r\nContent-Length: 5\r\n'],
    ['a length and chunks', 'content-length: 5\r\ntransfer-encoding: chunked\r\n'],
    ['two encodings', 'transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n'],
    ['an encoding that is not chunked', 'transfer-encoding: gzip\r\n'],
    ['chunked before another encoding', 'transfer-encoding: chunked, gzip\r\n'],
    ['a length that is none', 'content-length: +5\r\n'],
    ['a negative length', 'content-length: -1\r\n'],
    ['a length in hexadecimal', 'content-length: 0x5\r\n'],
    ['a space before the colon', 'content-length : 5\r\n'],
    ['a folded line', 'x-a: b\r\n c\r\n'],
    ['a bare carriage return', 'x-a: b\rx-b: c\r\n'],
    ['a NUL', 'x-a: b\0c\r\n'],
    ['no name', ': b\r\n'],
  ])('with %s are refused, and nothing of them reaches a service', async (_, header) => {
    const raw = say(`POST /api/v1/previews HTTP/1.1\r\n${host()}${header}\r\nhello`);
    expect(await raw.refusal()).toEqual([400, 'request_malformed']);
    expect(rig.upstream.seen).toHaveLength(0);
  });

  it('with bytes that are no UTF-8 are passed on as bytes or dropped, and break nothing', async () => {
    const raw = say(get('/api/v1/topics', 'accept-language: \xff\xfe\r\nuser-agent: \xc3\x28\r\ncookie: __Host-access=\xff\r\nauthorization: Bearer \xff\xfe\r\nx-anything: \x80\r\nconnection: close\r\n'));
    expect((await raw.end()).slice(9, 12)).toBe('200');
  });

  it('end each request: what follows a body is read as a request of its own, never as part of one', async () => {
    const raw = say(`POST /api/v1/previews HTTP/1.1\r\n${host()}authorization: Bearer ${member.token}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\nGET /api/v1/nothing HTTP/1.1\r\n${host()}connection: close\r\n\r\n`);
    const text = await raw.end();
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404']);
    expect(rig.upstream.seen.map(({ url, body }) => [url, body])).toEqual([['/api/v1/previews', '{}']]);
  });
});

describe('versions and pipelines', () => {
  it('HTTP/1.0 is answered and closed', async () => {
    const text = await say(`GET /api/v1/topics HTTP/1.0\r\n${host()}\r\n`).end();
    expect(text).toMatch(/^HTTP\/1\.1 200 .*\{"ok":true\}$/s);
    expect(await say('GET /api/v1/topics HTTP/1.0\r\n\r\n').refusal()).toEqual([404, 'territory_unknown']);
  });

  it('a hundred requests in one piece get a hundred answers in their order', async () => {
    const asked = Array.from({ length: 100 }, (_, n) => get(n % 2 ? '/api/v1/topics' : `/api/v1/nothing-${n}`, n === 99 ? 'connection: close\r\n' : ''));
    const text = await say(asked.join('')).end();
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(asked.map((_, n) => (n % 2 ? '200' : '404')));
  });

  it('offers to change to another protocol are left alone', async () => {
    const raw = say(get('/api/v1/topics', 'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA\r\n'));
    expect((await raw.until((text) => text.includes('{"ok":true}'))).slice(9, 12)).toBe('200');
    const old = say('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
    expect(await old.refusal()).toEqual([400, 'request_malformed']);
  });
});

describe('bodies', () => {
  const post = (headers: string): string => `POST /api/v1/previews HTTP/1.1\r\n${host()}authorization: Bearer ${member.token}\r\ncontent-type: application/json\r\n${headers}\r\n`;

  it('of 10 MB are refused, whether they say so or not', async () => {
    expect(await say(post(`content-length: ${10 * 1024 * 1024}\r\n`)).refusal()).toEqual([413, 'body_too_large']);
    const chunked = say(post('transfer-encoding: chunked\r\n'));
    const piece = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 120), Buffer.from('\r\n')]);
    for (let n = 0; n < 160; n++) chunked.write(piece);
    expect(await chunked.refusal()).toEqual([413, 'body_too_large']);
    expect(rig.upstream.seen).toHaveLength(0);
  });

  it('that would unpack to 10 MB are passed on packed: nobody unpacks them', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024));
    const raw = say(post(`content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\nconnection: close\r\n`)).write(bomb);
    await raw.end();
    expect(rig.upstream.last().headers).not.toHaveProperty('content-encoding');
    expect(Number(rig.upstream.last().headers['content-length'])).toBe(bomb.length);
  });

  it.each(['zz\r\nhello\r\n0\r\n\r\n', '-5\r\nhello\r\n0\r\n\r\n', '5;a="\n"\r\nhello\r\n0\r\n\r\n', '5\r\nhelloX0\r\n\r\n', 'ffffffffffffffffff\r\nhello\r\n'])('in broken chunks are refused: %j', async (chunks) => {
    const text = await say(post('transfer-encoding: chunked\r\n') + chunks).end();
    expect(text === '' || /^HTTP\/1\.1 400 /.test(text)).toBe(true);
    expect(rig.upstream.seen).toHaveLength(0);
  });

  it('that end early reach no service', async () => {
    const raw = say(`${post('content-length: 100\r\n')}{"a":`);
    raw.socket.end();
    await raw.end();
    expect(rig.upstream.seen).toHaveLength(0);
  });
});

describe('tokens', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const parts = () => jwt.decode(member.token, { complete: true }) as { header: jwt.JwtHeader; payload: Record<string, unknown> };
  const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  /** Claims and header of a good token with some of them changed, signed by a key of ours. */
  const forged = (claims: object, header: object = {}, key = pair.privateKey): string => jwt.sign({ ...parts().payload, ...claims }, key, { algorithm: 'ES256', header: { ...parts().header, ...header } as jwt.JwtHeader });
  const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  it.each<[string, () => string]>([
    ['signed by nobody we know', () => forged({})],
    ['with an unknown key id', () => forged({}, { kid: 'unknown' })],
    ['without a key id', () => forged({}, { kid: undefined })],
    ['with a key id that is a path', () => forged({}, { kid: '../../etc/passwd' })],
    ['that brings its own key', () => forged({}, { jwk: pair.publicKey.export({ format: 'jwk' }) })],
    ['of another type', () => forged({}, { typ: 'JWT' })],
    ['for another audience', () => forged({ aud: 'https://no.unityplan.org' })],
    ['of another issuer', () => forged({ iss: 'https://evil.example' })],
    ['that has run out', () => forged({ exp: 1, iat: 0 })],
    ['that is not good yet', () => forged({ nbf: Math.floor(Date.now() / 1000) + 3_600 })],
    ['with alg none', () => `${coded({ ...parts().header, alg: 'none' })}.${coded(parts().payload)}.`],
    ['with alg NoNe and the old signature', () => `${coded({ ...parts().header, alg: 'NoNe' })}.${member.token.split('.').slice(1).join('.')}`],
    ['with HS256 and the public key as its secret', () => `${coded({ ...parts().header, alg: 'HS256' })}.${coded(parts().payload)}.${Buffer.from(publicPem).toString('base64url').slice(0, 43)}`],
    ['whose signature is empty', () => `${member.token.split('.').slice(0, 2).join('.')}.`],
    ['whose signature is another’s', () => `${member.token.split('.').slice(0, 2).join('.')}.${forged({}).split('.')[2]}`],
    ['with other claims under a good signature', () => [member.token.split('.')[0], coded({ ...parts().payload, sub: '01900000-0000-7000-8000-00000000dead' }), member.token.split('.')[2]].join('.')],
    ['of 20 parts', () => 'a.'.repeat(20)],
    ['of 6,000 characters', () => `${member.token}${'a'.repeat(6_000)}`],
    ['whose payload is no JSON', () => `${member.token.split('.')[0]}.${Buffer.from('{"a').toString('base64url')}.${member.token.split('.')[2]}`],
  ])('%s make nobody a member', async (_, token) => {
    const answer = await rig.ask('/api/v1/users/me', { headers: { authorization: `Bearer ${token()}` } });
    expect([answer.status, answer.json.code]).toEqual([401, 'not_signed_in']);
    expect(rig.upstream.seen).toHaveLength(0);
  });
});

describe('offers of a live connection', () => {
  const upgrade = (headers: string, path = '/ws'): string => `GET ${path} HTTP/1.1\r\n${host()}connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`;
  it.each<[string, () => string, number, string]>([
    ['from a page of another site', () => upgrade('origin: https://evil.example\r\n'), 403, 'origin_refused'],
    ['from nowhere in particular', () => upgrade('origin: null\r\n'), 403, 'origin_refused'],
    ['from another territory', () => upgrade('origin: http://no.localhost\r\n'), 403, 'origin_refused'],
    ['at another path', () => upgrade('', '/ws/../api/v1/topics'), 404, 'not_found'],
    ['with two hosts', () => upgrade('host: no.localhost\r\n'), 400, 'request_malformed'],
    ['with too many headers', () => upgrade(Array.from({ length: 110 }, (_, n) => `x-${n}: 1\r\n`).join('')), 431, 'request_headers_too_large'],
  ])('%s are refused', async (_, text, status, code) => {
    expect(await say(text()).refusal()).toEqual([status, code]);
  });
});
