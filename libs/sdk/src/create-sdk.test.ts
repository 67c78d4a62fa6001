import { afterEach, expect, it } from 'vitest';
import { ApiProblem, createSdk } from './index.ts';
import { testServer, type Reply, type SeenCall } from './testing-server.ts';

let server: Awaited<ReturnType<typeof testServer>> | undefined;
afterEach(async () => server?.close());
const serve = async (answer: (call: SeenCall) => Reply | Promise<Reply>) => (server = await testServer(answer));
const failure = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const problem: unknown = await call.then(() => undefined, (error: unknown) => error);
  expect(problem).toBeInstanceOf(ApiProblem);
  return problem as ApiProblem;
};

it('sends path, query, body, key and the marks of its own page', async () => {
  const { url, seen } = await serve(() => ({ status: 201, json: { postId: 'p1' } }));
  const sdk = createSdk({ baseUrl: url, headers: () => ({ 'accept-language': 'da' }) });
  const post = await sdk.createPost({ params: { topicId: 'a/b' }, body: { markdown: 'hej' }, idempotencyKey: 'k1' });
  expect(post.postId).toBe('p1');
  expect(seen[0]).toMatchObject({
    line: 'POST /api/v1/topics/a%2Fb/posts',
    body: { markdown: 'hej' },
    headers: { 'x-unityplan-request': '1', 'idempotency-key': 'k1', 'accept-language': 'da', 'content-type': 'application/json' },
  });
  await sdk.listTopics({ query: { limit: 5, cursor: undefined, categoryId: 'c&d' } });
  expect(seen[1]?.line).toBe('GET /api/v1/topics?limit=5&categoryId=c%26d');
  expect(seen[1]?.headers).not.toHaveProperty('x-unityplan-request');
});

it('answers nothing for 204', async () => {
  const { url } = await serve(() => ({ status: 204 }));
  expect(await createSdk({ baseUrl: url }).deletePost({ params: { postId: 'p' } })).toBeUndefined();
});

it('throws what the server said', async () => {
  const body = { type: 'about:blank', title: 'Nej.', detail: 'Ret det.', status: 400, code: 'input_invalid', params: { a: 1 }, faults: [{ path: 'body.title', message: 'kort' }], traceId: 't1' };
  const { url } = await serve(() => ({ status: 400, json: body, type: 'application/problem+json' }));
  const problem = await failure(createSdk({ baseUrl: url }).listTopics());
  expect({ ...problem }).toMatchObject({ status: 400, code: 'input_invalid', title: 'Nej.', detail: 'Ret det.', params: { a: 1 }, faults: body.faults, traceId: 't1' });
  expect(problem.message).toBe('Nej. Ret det.');
});

it('makes a code of a page that is not ours', async () => {
  const { url } = await serve(() => ({ status: 502, text: '<html>Bad gateway', type: 'text/html' }));
  expect(await failure(createSdk({ baseUrl: url }).listTopics())).toMatchObject({ status: 502, code: 'service_unavailable' });
});

it('says so when nobody answers, and when the answer breaks off', async () => {
  const { url, close } = await serve(() => ({ status: 200, cut: true }));
  expect((await failure(createSdk({ baseUrl: url }).listTopics())).code).toBe('network_unreachable');
  await close();
  expect(await failure(createSdk({ baseUrl: url }).listTopics())).toMatchObject({ status: 0, code: 'network_unreachable' });
});

it('lets the caller give up and see just that', async () => {
  const { url } = await serve(() => new Promise(() => {}));
  const call = createSdk({ baseUrl: url }).listTopics({ signal: AbortSignal.timeout(30) });
  await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('gives up a line that went dead, before the answer and in the middle of it', async () => {
  let silent = true;
  const { url, seen } = await serve(() => (silent ? new Promise(() => {}) : { status: 200, text: '{"items":[],"next":null', stall: true }));
  const sdk = createSdk({ baseUrl: url, timeoutMs: 60 });
  expect(await failure(sdk.listTopics())).toMatchObject({ status: 0, code: 'network_unreachable' });
  silent = false;
  expect(await failure(sdk.listTopics({ signal: new AbortController().signal }))).toMatchObject({ code: 'network_unreachable' });
  expect(seen).toHaveLength(2);
});
