import { createECDH, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decryptPush } from './decrypt.ts';
import { startPushEndpoint, type PushEndpoint } from './push-endpoint.ts';
import { checkVapid } from './vapid.ts';

const bytes = (text: string) => Buffer.from(text, 'base64url');
// RFC 8291, appendix A.
const example = {
  private: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};
const ecdh = createECDH('prime256v1');
ecdh.setPrivateKey(bytes(example.private));
const keys = { ecdh, auth: bytes(example.auth) };

it('reads the example of RFC 8291', () => expect(decryptPush(bytes(example.body), keys)).toBe('When I grow up, I want to be a watermelon'));

it('reads nothing that was changed, cut or meant for someone else', () => {
  const body = bytes(example.body);
  for (let i = 0; i < body.length; i++) {
    if (i >= 16 && i < 20) continue; // the size of a record may be larger
    const changed = Buffer.from(body);
    changed[i]! ^= 1;
    expect(() => decryptPush(changed, keys)).toThrow();
  }
  for (const cut of [0, 20, 86, body.length - 1]) expect(() => decryptPush(body.subarray(0, cut), keys)).toThrow();
  expect(() => decryptPush(body, { ecdh, auth: bytes('AAAAAAAAAAAAAAAAAAAAAA') })).toThrow(/cannot be decrypted/);
});

it('believes the example of RFC 8292, at its time and place', () => {
  const header =
    'vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs';
  const at = { origin: 'https://push.example.net', key: undefined, now: 1453523768 - 3600 };
  expect(checkVapid(header, at)).toEqual({ aud: 'https://push.example.net', exp: 1453523768, sub: 'mailto:push@example.com' });
  expect(() => checkVapid(header, { ...at, now: 1453523768 })).toThrow('expired');
  expect(() => checkVapid(header, { ...at, now: 1453523768 - 86_401 })).toThrow('more than a day');
  expect(() => checkVapid(header, { ...at, origin: 'https://push.example.org' })).toThrow('aud');
  expect(() => checkVapid(header, { ...at, key: 'BA' })).toThrow('another key');
  expect(() => checkVapid(header.replace('.i3C', '.i3D'), at)).toThrow('signature');
  for (const nonsense of [undefined, 'Bearer x', 'vapid t=a.b.c', 'vapid k=BA', 'vapid t=a.b.c, k=BA']) expect(() => checkVapid(nonsense, at)).toThrow();
});

let endpoint: PushEndpoint;
beforeAll(async () => void (endpoint = await startPushEndpoint()));
afterAll(() => endpoint.close());

function vapid(claims: object, pair: { privateKey: KeyObject; publicKey: KeyObject }, alg = 'ES256'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ typ: 'JWT', alg })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })), dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const { x, y } = pair.publicKey.export({ format: 'jwk' });
  return `vapid t=${text}.${signature}, k=${Buffer.concat([Buffer.from([4]), bytes(x!), bytes(y!)]).toString('base64url')}`;
}

it.each<[string, Record<string, string>, object, number]>([
  ['no TTL', { TTL: '' }, {}, 400], ['an urgency that is none', { Urgency: 'asap' }, {}, 400], ['a topic that is too long', { Topic: 'x'.repeat(33) }, {}, 400],
  ['another encoding', { 'Content-Encoding': 'aesgcm' }, {}, 400], ['no signature', { Authorization: '' }, {}, 403], ['a token for elsewhere', {}, { aud: 'https://elsewhere.org' }, 403],
  ['an old token', {}, { exp: 1 }, 403], ['no contact', {}, { sub: 'me' }, 403], ['a body it cannot read', {}, {}, 400],
])('refuses a message with %s', async (_what, headers, claims, status) => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorization = vapid({ aud: endpoint.origin, exp: Math.floor(Date.now() / 1000) + 600, sub: 'mailto:a@example.org', ...claims }, pair);
  const browser = endpoint.browser();
  const answer = await fetch(browser.subscription.endpoint, { method: 'POST', body: bytes(example.body), headers: { TTL: '60', 'Content-Encoding': 'aes128gcm', Authorization: authorization, ...headers } });
  expect(answer.status).toBe(status);
  expect(browser.inbox).toEqual([]);
});
