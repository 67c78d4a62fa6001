import { expect, it } from 'vitest';
import { isForged } from './csrf.policy.ts';

const host = 'dk.localhost:8080';
const own = `http://${host}`;
const cookie = '__Host-access=x';
const mark = { 'x-unityplan-request': '1' };

it.each([
  ['a page of ours', { cookie, origin: own, 'sec-fetch-site': 'same-origin', ...mark }, false],
  ['a page of ours in a browser that names no origin', { cookie, 'sec-fetch-site': 'same-origin', ...mark }, false],
  ['no mark', { cookie, origin: own, 'sec-fetch-site': 'same-origin' }, true],
  ['a wrong mark', { cookie, origin: own, 'x-unityplan-request': 'yes' }, true],
  ['another site', { cookie, origin: 'https://evil.example', ...mark }, true],
  ['another territory', { cookie, origin: 'http://no.localhost:8080', ...mark }, true],
  ['another port', { cookie, origin: 'http://dk.localhost:9999', ...mark }, true],
  ['a sandboxed page', { cookie, origin: 'null', ...mark }, true],
  ['our origin, yet another site by its own word', { cookie, origin: own, 'sec-fetch-site': 'cross-site', ...mark }, true],
  ['a sibling site', { cookie, 'sec-fetch-site': 'same-site', ...mark }, true],
  ['a typed address', { cookie, 'sec-fetch-site': 'none', ...mark }, true],
  ['cookies from an unknown source', { cookie, ...mark }, true],
  ['a page without cookies (sign-in from elsewhere)', { origin: 'https://evil.example' }, true],
  ['a program with a token', { authorization: 'Bearer x' }, false],
  ['a program with a token and an origin', { authorization: 'Bearer x', origin: 'https://app.example' }, false],
  ['a token beside cookies', { authorization: 'Bearer x', cookie, origin: 'https://evil.example', ...mark }, true],
  ['Basic beside an origin', { authorization: 'Basic x', origin: 'https://evil.example' }, true],
  ['a program without anything', {}, false],
])('%s', (_, headers, forged) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(isForged({ method, headers, host, secureOnly: false, exempt: false }), method).toBe(forged);
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(isForged({ method, headers, host, secureOnly: false, exempt: false })).toBe(false);
});

it('wants https in production, and asks nothing of a one-click unsubscribe', () => {
  const headers = { cookie, origin: own, ...mark };
  expect(isForged({ method: 'POST', headers, host, secureOnly: true, exempt: false })).toBe(true);
  expect(isForged({ method: 'POST', headers: { ...headers, origin: `https://${host}` }, host, secureOnly: true, exempt: false })).toBe(false);
  expect(isForged({ method: 'POST', headers: { origin: 'https://mail.example' }, host, secureOnly: true, exempt: true })).toBe(false);
});
