import { createHmac, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auth } from '@unityplan/contracts';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partOf, startDoor, type Door } from '../src/door.ts';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}
let door: Door;
let member: Awaited<ReturnType<Door['member']>>;
let stranger: typeof member;
/** What the auth service itself signs with: nobody else ever holds it. */
let real: SigningKey;
let ofNo: SigningKey;
/** Where a token may say its key lies; it publishes one. */
let keyServer: Server;
let keysAsked = 0;
beforeAll(async () => {
  door = await startDoor();
  [member, stranger] = [await door.member(), await door.member('NO')];
  const keys = partOf(door, 'auth', 'SigningKeys') as { current(territory: string): Promise<SigningKey> };
  [real, ofNo] = [await keys.current('DK'), await keys.current('NO')];
  keyServer = createServer((_, response) => {
    keysAsked++;
    response.end(JSON.stringify({ keys: [createPublicKey(real.privateKey).export({ format: 'jwk' })] }));
  });
  await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await door?.stop();
  keyServer?.close();
});

/** What a token is answered at the door, as header and as cookie, and by the auth service behind it. */
async function answersTo(token: string): Promise<string[]> {
  const { as, territory } = { as: { ...member, token }, territory: 'DK' };
  const behind = await door.call(auth.listSessions, { as, territory });
  const said = [await door.ask(auth.listSessions, { token }), await door.ask(auth.listSessions, { headers: { cookie: `__Host-access=${token}` } })];
  return [...said.map(({ status, code }) => `${status} ${code}`), `${behind.status} ${behind.problem.code}`];
}
const everywhere = (answer: string): string[] => [answer, answer, answer];
const nobody = everywhere('401 not_signed_in');

const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = () => jwt.decode(member.token, { complete: true }) as unknown as { header: Record<string, unknown>; payload: Record<string, unknown> };
/** The member's own token with other claims or another header, signed with a key of the pod: by hand, as a library would put right what is wrong on purpose. */
function signed(claims: object, header: object = {}, key = real): string {
  const text = `${coded({ ...parts().header, kid: key.kid, ...header })}.${coded({ ...parts().payload, ...claims })}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
/** The same claims under a MAC, with what everybody can read of the real key as its secret. */
function macced(secret: string | Buffer): string {
  const text = `${coded({ ...parts().header, alg: 'HS256' })}.${coded(parts().payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
const publicKey = () => createPublicKey(real.privateKey);
const published = async () => ((await door.ask(auth.jwks)).body as { keys: Record<string, string>[] }).keys.find(({ kid }) => kid === real.kid)!;
const now = (): number => Math.floor(Date.now() / 1000);

it('lets in what the real key has signed in full, so that every refusal below has one reason', async () => {
  expect(await answersTo(member.token)).toEqual(everywhere('200 undefined'));
  expect(await answersTo(signed({}))).toEqual(everywhere('200 undefined'));
  expect(await answersTo(signed({ iat: now() + 20, exp: now() + 900 }))).toEqual(everywhere('200 undefined')); // clocks differ by seconds
});

describe('tokens signed with the pod’s own key', () => {
  it.each<[string, () => string]>([
    ['that ran out a second ago', () => signed({ iat: now() - 901, exp: now() - 1 })],
    ['that ran out long ago', () => signed({ iat: 0, exp: 900 })],
    ['that never run out', () => signed({ exp: undefined })],
    ['that run out when words do', () => signed({ exp: 'tomorrow' })],
    ['that are good from tomorrow on', () => signed({ nbf: now() + 86_400 })],
    ['that are good in a minute', () => signed({ nbf: now() + 60 })],
    ['that were made in an hour', () => signed({ iat: now() + 3_600, exp: now() + 4_500 })],
    ['that were made next year', () => signed({ iat: now() + 365 * 86_400, exp: now() + 366 * 86_400 })],
    ['of another type', () => signed({}, { typ: 'JWT' })],
    ['for another territory', () => signed({ aud: 'https://no.unityplan.org' })],
    ['in the name of another issuer', () => signed({ iss: 'https://no.unityplan.org' })],
    ['for a member of another territory', () => signed({ territory: 'NO', iss: 'https://no.unityplan.org', aud: 'https://no.unityplan.org' })],
    ['that say nothing of a session', () => signed({ sid: undefined })],
    ['that say they are not signed', () => signed({}, { alg: 'none' })],
    ['that say they are MACs', () => signed({}, { alg: 'HS256' })],
    ['that say they are of another curve', () => signed({}, { alg: 'ES384' })],
  ])('%s make nobody a member', async (_, token) => expect(await answersTo(token())).toEqual(nobody));

  it.each<[string, () => string]>([
    ['a path', () => '../../../../etc/passwd'],
    ['an absolute path', () => '/dev/null'],
    ['an address', () => `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks.json`],
    ['a file’s address', () => 'file:///etc/passwd'],
    ['SQL', () => `${real.kid}' or '1'='1`],
    ['the real one and a NUL', () => `${real.kid}\0`],
    ['another territory’s', () => ofNo.kid],
    ['nothing', () => ''],
    ['__proto__', () => '__proto__'],
  ])('under %s as key id make nobody a member, and nobody looks there', async (_, kid) => {
    const address = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks.json`;
    expect(await answersTo(signed({}, { kid: kid(), jku: address, x5u: address, jwk: publicKey().export({ format: 'jwk' }) }))).toEqual(nobody);
    expect(keysAsked).toBe(0);
  });
});

describe('tokens that nobody signed', () => {
  it.each(['none', 'None', 'NONE', 'nOnE', ''])('with alg %j make nobody a member, whatever stands in the place of the signature', async (alg) => {
    const text = `${coded({ ...parts().header, alg })}.${coded(parts().payload)}`;
    for (const signature of ['', '.', `.${member.token.split('.')[2]}`, `.${coded({})}`]) expect(await answersTo(text + signature)).toEqual(nobody);
  });

  it('but made with the public key as the secret of a MAC make nobody a member, in whatever form it is taken', async () => {
    const jwk = await published();
    const pem = publicKey().export({ type: 'spki', format: 'pem' }).toString();
    const secrets = [
      pem, pem.trim(), pem.replaceAll('\n', '\r\n'), pem.replace(/-----.*-----|\n/g, ''), publicKey().export({ type: 'spki', format: 'der' }), JSON.stringify(jwk), JSON.stringify({ keys: [jwk] }), JSON.stringify(publicKey().export({ format: 'jwk' })),
      jwk['x']!, Buffer.from(jwk['x']!, 'base64url'), Buffer.from(jwk['x']! + jwk['y']!, 'base64url'), Buffer.concat([Buffer.of(4), Buffer.from(jwk['x']!, 'base64url'), Buffer.from(jwk['y']!, 'base64url')]), real.kid, '',
    ];
    for (const [n, secret] of secrets.entries()) expect([n, await answersTo(macced(secret))]).toEqual([n, nobody]);
  });
});

describe('real tokens in the wrong place', () => {
  it('of another territory are known for what they are', async () => expect(await answersTo(stranger.token)).toEqual(everywhere('403 territory_mismatch')));

  it('of this territory’s name under another’s real key make nobody a member', async () => {
    expect(await answersTo(signed({}, {}, ofNo))).toEqual(nobody);
    expect(await answersTo(signed({}, { kid: real.kid }, ofNo))).toEqual(nobody);
  });

  it('for renewing make nobody a member, tokens of access renew nothing, and neither harms the session', async () => {
    expect(await answersTo(member.refreshToken)).toEqual(nobody);
    for (const refreshToken of [member.token, signed({})]) expect(await door.ask(auth.refresh, { body: { refreshToken } })).toMatchObject({ status: 400, code: 'input_invalid' });
    expect(await door.ask(auth.refresh, { body: { refreshToken: stranger.refreshToken } })).toMatchObject({ status: 401, code: 'session_ended' });
    expect((await door.ask(auth.refresh, { headers: { cookie: `__Host-refresh=${member.token}`, origin: `http://dk.localhost:${door.port}`, 'x-unityplan-request': '1' }, body: {} })).code).toBe('session_ended');
    expect((await door.ask(auth.refresh, { body: { refreshToken: member.refreshToken } })).status).toBe(200);
    expect((await door.ask(auth.refresh, { territory: 'NO', body: { refreshToken: stranger.refreshToken } })).status).toBe(200);
  });
});
