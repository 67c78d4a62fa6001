import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expect, it } from 'vitest';
import { publicKeyOf, signAccessToken, TokenVerifier } from './access-token.ts';

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const dk = pair();
const no = pair();
const subject = { memberId: '01900000-0000-7000-8000-000000000001', sessionId: '01900000-0000-7000-8000-000000000002', territory: 'DK' };
const keys: Record<string, KeyObject> = { 'DK k1': publicKeyOf(dk.publicKey.export({ format: 'jwk' })), 'NO k1': no.publicKey };
const verifier = () => new TokenVerifier(async (territory, kid) => keys[`${territory} ${kid}`]);
const signed = signAccessToken(subject, { kid: 'k1', privateKey: dk.privateKey }).token;

it('accepts a token of its territory', async () => {
  expect(await verifier().verify(signed)).toMatchObject(subject);
});

it('forgets a remembered token when it ends', async () => {
  const one = verifier();
  expect(await one.verify(signed)).toBeDefined();
  expect(await one.verify(signed, Date.now() + 901_000)).toBeUndefined();
});

it.each<[string, string]>([
  ['signed by another territory', signAccessToken(subject, { kid: 'k1', privateKey: no.privateKey }).token],
  ['with an unknown key', signAccessToken(subject, { kid: 'k9', privateKey: dk.privateKey }).token],
  ['of a territory that is no id', signAccessToken({ ...subject, territory: 'NO' }, { kid: 'k1', privateKey: dk.privateKey }).token],
  ['without the access token type', jwt.sign({ sid: subject.sessionId, territory: 'DK' }, dk.privateKey, { algorithm: 'ES256', keyid: 'k1', subject: subject.memberId, issuer: 'https://dk.unityplan.org', audience: 'https://dk.unityplan.org', expiresIn: 900 })],
  ['with a shared secret', jwt.sign({ sid: subject.sessionId, territory: 'DK' }, 'shared secret', { algorithm: 'HS256', keyid: 'k1', header: { alg: 'HS256', typ: 'at+jwt' }, subject: subject.memberId })],
  ['with no signature', `${Buffer.from('{"alg":"none","typ":"at+jwt","kid":"k1"}').toString('base64url')}.${signed.split('.')[1]}.`],
  ['changed', signed.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...(jwt.decode(signed) as object), sub: subject.sessionId })).toString('base64url')}.`)],
  ['that is no token', 'Bearer'],
])('refuses a token %s', async (_what, token) => {
  expect(await verifier().verify(token)).toBeUndefined();
});

it('refuses a token that was made in the future, but for what clocks differ by', async () => {
  const made = (aheadMs: number) => verifier().verify(signAccessToken(subject, { kid: 'k1', privateKey: dk.privateKey }, Date.now() + aheadMs).token);
  expect(await made(30_000)).toMatchObject(subject);
  expect(await made(120_000)).toBeUndefined();
});

it('refuses an expired token', async () => {
  const old = signAccessToken(subject, { kid: 'k1', privateKey: dk.privateKey }, Date.now() - 3_600_000).token;
  expect(await verifier().verify(old)).toBeUndefined();
});
