import { expect, it } from 'vitest';
import { answerHeaders } from '../proxy/answer-headers.ts';
import { cookieOf, passedHeaders } from './headers.ts';

it('passes on what a service may know and nothing else', () => {
  const headers = { accept: '*/*', 'x-up-context': 'DK|…', 'x-territory-id': 'NO', 'x-forwarded-for': '1.2.3.4', forwarded: 'for=1', cookie: 'a=b', connection: 'keep-alive', te: 'trailers', 'idempotency-key': 'k', host: 'h' };
  expect(passedHeaders(headers)).toEqual(['accept', '*/*', 'idempotency-key', 'k']);
});

it('drops hop-by-hop and named headers of an answer, and cookies that are not auth’s', () => {
  const headers = { connection: 'close, x-secret', 'x-secret': '1', 'transfer-encoding': 'chunked', 'keep-alive': 'timeout=5', etag: '"1"', 'set-cookie': ['a=1', 'b=2'], 'x-up-any': '1' };
  expect(answerHeaders(headers, { cookies: false, own: [] })).toEqual(['etag', '"1"', 'cache-control', 'no-store']);
  expect(answerHeaders(headers, { cookies: true, own: [] })).toEqual(['etag', '"1"', 'set-cookie', 'a=1', 'set-cookie', 'b=2', 'cache-control', 'no-store']);
});

it('adds its own where the service says nothing', () => {
  const own = ['content-security-policy', "default-src 'self'", 'x-content-type-options', 'nosniff'];
  expect(answerHeaders({ 'content-security-policy': 'sandbox', 'cache-control': 'private' }, { cookies: false, own })).toEqual(['content-security-policy', 'sandbox', 'cache-control', 'private', 'x-content-type-options', 'nosniff']);
});

it('reads one cookie exactly', () => {
  expect(cookieOf('x__Host-access=no; __Host-access=a=b; c=d', '__Host-access')).toBe('a=b');
  expect(cookieOf(undefined, 'a')).toBeUndefined();
});
