import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { createSdk } from './index.ts';
import { testServer, type SeenCall } from './testing-server.ts';

let server: Awaited<ReturnType<typeof testServer>> | undefined;
afterEach(async () => server?.close());
const refused = { status: 401, json: { code: 'not_signed_in', title: 'No.' } };
const isRefresh = (call: SeenCall) => call.line === 'POST /api/v1/auth/sessions/refresh';

it('renews an expired token once for many calls, and sends each again with its own key', async () => {
  let valid = false;
  server = await testServer(async (call) => {
    if (!isRefresh(call)) return valid ? { status: 201, json: { ok: true } } : refused;
    await pause(30);
    valid = true;
    return { status: 200, json: {} };
  });
  const onUnauthorized = vi.fn();
  const sdk = createSdk({ baseUrl: server.url, onUnauthorized });
  const body = { categoryId: 'c', title: 't', markdown: 'm' };
  await Promise.all([sdk.getOwnProfile(), sdk.listSessions(), sdk.createTopic({ body, idempotencyKey: 'k' })]);
  expect(server.seen.filter(isRefresh)).toHaveLength(1);
  expect(server.seen.find(isRefresh)?.headers['x-unityplan-request']).toBe('1');
  expect(server.seen.filter((call) => call.line.endsWith('/topics')).map((call) => call.headers['idempotency-key'])).toEqual(['k', 'k']);
  expect(onUnauthorized).not.toHaveBeenCalled();
});

it('does not renew again for a refusal that was under way while it was renewed', async () => {
  let valid = false;
  server = await testServer(async (call) => {
    if (isRefresh(call)) return (valid = true), { status: 200, json: {} };
    if (valid) return { status: 200, json: {} };
    if (call.line.endsWith('/sessions')) await pause(60);
    return refused;
  });
  const sdk = createSdk({ baseUrl: server.url });
  await Promise.all([sdk.getOwnProfile(), sdk.listSessions()]);
  expect(server.seen.filter(isRefresh)).toHaveLength(1);
});

it('tells when the session has ended, and throws the first refusal', async () => {
  server = await testServer(() => refused);
  const onUnauthorized = vi.fn();
  await expect(createSdk({ baseUrl: server.url, onUnauthorized }).getOwnProfile()).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(onUnauthorized).toHaveBeenCalledOnce();
  expect(server.seen).toHaveLength(2);
});

it('does not sign anyone out because the renewal itself failed', async () => {
  server = await testServer((call) => (isRefresh(call) ? { status: 503, json: { code: 'service_unavailable' } } : refused));
  const onUnauthorized = vi.fn();
  await expect(createSdk({ baseUrl: server.url, onUnauthorized }).getOwnProfile()).rejects.toMatchObject({ status: 503 });
  expect(onUnauthorized).not.toHaveBeenCalled();
});

it('takes a wrong password for what it is', async () => {
  server = await testServer(() => ({ status: 401, json: { code: 'sign_in_refused' } }));
  const onUnauthorized = vi.fn();
  const call = createSdk({ baseUrl: server.url, onUnauthorized }).signIn({ body: { email: 'a@b.dk', password: 'x' } });
  await expect(call).rejects.toMatchObject({ code: 'sign_in_refused' });
  expect(server.seen).toHaveLength(1);
  expect(onUnauthorized).not.toHaveBeenCalled();
});
