import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { auth } from '@unityplan/contracts';
import { accessTokenSeconds, signAccessToken } from '@unityplan/service-kit';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAuth } from '../src/app.ts';
import { asMember, authAlone, newAccount, newMember, type AuthAlone, type SignedIn } from './support.ts';

const day = 24 * 3600_000;
let pod: AuthAlone;
let member: SignedIn;
beforeAll(async () => {
  pod = await authAlone();
  member = await newMember(pod);
});
afterAll(() => pod?.stop());

const ask = async (token: string, territory = 'DK') => {
  const answer = await pod.call(auth.listSessions, { as: { ...member, token }, territory });
  return answer.status === 200 ? 'let in' : answer.problem.code;
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('is ES256 of the territory, for fifteen minutes, and says no more than it must', () => {
  const { header, payload } = jwt.decode(member.token, { complete: true })!;
  expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) });
  const claims = payload as jwt.JwtPayload;
  expect(claims).toEqual({
    iss: 'https://dk.unityplan.org', aud: 'https://dk.unityplan.org', sub: member.memberId, sid: member.sessionId, territory: 'DK',
    iat: expect.any(Number), exp: claims.iat! + accessTokenSeconds,
  });
});

it('lets a genuine token in', async () => expect(await ask(member.token)).toBe('let in'));

it('refuses whatever is not a genuine token of this territory', async () => {
  const { header, payload } = jwt.decode(member.token, { complete: true })! as unknown as { header: Record<string, string>; payload: Record<string, unknown> };
  const [head, body, signature] = member.token.split('.') as [string, string, string];
  const { keys } = (await pod.call(auth.jwks)).body;
  const jwk = keys.find(({ kid }) => kid === header['kid'])!;
  const publicPem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const hs256 = (secret: string | Buffer) => {
    const text = `${part({ ...header, alg: 'HS256' })}.${body}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = (claims: object, options: jwt.SignOptions = {}) =>
    jwt.sign({ ...payload, ...claims }, privateKey, { algorithm: 'ES256', header: { ...header, alg: 'ES256' } as jwt.JwtHeader, ...options });
  const forged: Record<string, string> = {
    'alg none': `${part({ ...header, alg: 'none' })}.${body}.`,
    'HS256 with the public key': hs256(publicPem),
    'HS256 with the pod secret': hs256(pod.config.podSecret),
    'a key of one’s own': own({}),
    'an unknown key id': jwt.sign(payload, privateKey, { algorithm: 'ES256', header: { ...header, alg: 'ES256', kid: 'mine' } as jwt.JwtHeader }),
    'another member in the payload': `${head}.${part({ ...payload, sub: '01900000-0000-7000-8000-000000000001' })}.${signature}`,
    'another type': `${part({ ...header, typ: 'JWT' })}.${body}.${signature}`,
    'no signature': `${head}.${body}.`,
    'a key in the header': `${part({ ...header, jwk })}.${body}.${signature}`,
    rubbish: 'not.a.token',
    'much too long': 'x'.repeat(5000),
  };
  for (const [what, token] of Object.entries(forged)) expect([what, await ask(token)]).toEqual([what, 'not_signed_in']);
  expect(await ask('')).toBe('not_signed_in');
});

it('refuses an expired token', async () => {
  pod.time.offset = -(accessTokenSeconds + 5) * 1000;
  const { email } = await newAccount(pod);
  const old = asMember(await pod.signIn(email), email);
  pod.time.offset = 0;
  expect(await ask(old.token)).toBe('not_signed_in');
});

it('refuses a token of another territory, also one that NO signs in the name of DK', async () => {
  const { email } = await newAccount(pod, 'NO');
  const foreign = asMember(await pod.signIn(email, { territory: 'NO' }), email, 'NO');
  expect(await ask(foreign.token, 'NO')).toBe('let in');
  expect(await ask(foreign.token, 'DK')).toBe('territory_mismatch');
  expect(await ask(member.token, 'NO')).toBe('territory_mismatch');

  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await pod.ground.query('insert into global.issuer_keys (territory, kid, jwk) values ($1, $2, $3)', ['NO', 'of-no', JSON.stringify(publicKey.export({ format: 'jwk' }))]);
  const minted = signAccessToken({ memberId: member.memberId, sessionId: member.sessionId, territory: 'DK' }, { kid: 'of-no', privateKey });
  expect(await ask(minted.token)).toBe('not_signed_in');
});

it('publishes the key in use and the next one, never a private part', async () => {
  const answer = await pod.call(auth.jwks);
  expect(answer.body.keys).toHaveLength(2);
  for (const jwk of answer.body.keys) expect(jwk).toEqual({ kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String), kid: expect.any(String), alg: 'ES256', use: 'sig' });
  const no = await pod.call(auth.jwks, { territory: 'NO' });
  expect(no.body.keys.map(({ kid }) => kid)).not.toContain(answer.body.keys[0]!['kid']);
});

it('changes keys after thirty days; tokens of the old one stay good', async () => {
  const kidOf = (token: string) => jwt.decode(token, { complete: true })!.header.kid;
  const { email } = await newAccount(pod);
  const before = (await pod.call(auth.jwks)).body.keys.map(({ kid }) => kid);
  pod.time.offset = 30 * day + 1000;
  const late = asMember(await pod.signIn(email), email);
  expect(kidOf(late.token)).toBe(before[1]);
  expect((await pod.call(auth.jwks)).body.keys.map(({ kid }) => kid)).toEqual([...before, expect.any(String)]);
  pod.time.offset = 31 * day + 2000;
  await pod.signIn(email);
  expect((await pod.call(auth.jwks)).body.keys.map(({ kid }) => kid)).not.toContain(before[0]);
  pod.time.offset = 0;
});

it('makes one set of keys, however many processes start at once', async () => {
  await pod.ground.query('delete from territory_dk.signing_keys');
  await pod.ground.query(`delete from global.issuer_keys where territory = 'DK'`);
  const started = await Promise.all([1, 2, 3].map(() => startAuth({ config: pod.config, port: 0, resources: pod.resources })));
  await Promise.all(started.map((service) => service.close()));
  expect((await pod.call(auth.jwks)).body.keys).toHaveLength(2);
});
