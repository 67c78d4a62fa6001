import { Controller, Get, Module } from '@nestjs/common';
import { commonErrors, files, forum, Problem, type RouteInput } from '@unityplan/contracts';
import { contextHeader, contextKeyPurpose, Ctx, deriveKey, FromGateway, In, Open, Route, signContext, startService, type CallContext, type ServiceOptions } from '@unityplan/service-kit';
import { currentTrace } from '@unityplan/telemetry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startConstellation, type Constellation } from '../src/index.ts';

let answer: () => unknown = () => ({ html: '' });

@Controller()
class SampleController {
  @Route(forum.getTopic)
  topic(@In() _input: RouteInput<typeof forum.getTopic>) {
    return answer();
  }
  @Route(forum.listTopics)
  topics(@In() input: RouteInput<typeof forum.listTopics>) {
    return { items: [], next: null, previous: String(input.query.limit) };
  }
  @Route(files.sendChunk)
  chunk(@In() { body, params }: RouteInput<typeof files.sendChunk>) {
    const read = { fileId: params.fileId, purpose: 'avatar', fileName: Buffer.from(body).toString('hex').slice(0, 8), byteLength: body.byteLength };
    return { ...read, offset: params.offset, state: 'receiving', expiresAt: '2026-11-21T12:00:00Z' };
  }
  @FromGateway('a test')
  @Get('/beside-the-api')
  beside(@Ctx() call: CallContext) {
    return { territory: call.territory, member: call.member ?? null };
  }
  @Route(forum.previewMarkdown)
  preview(@In() input: RouteInput<typeof forum.previewMarkdown>, @Ctx() call: CallContext) {
    return { html: `${input.body.markdown} ${call.territory} ${currentTrace()?.traceId}`, secret: 'not in the contract' };
  }
}
@Module({ controllers: [SampleController] })
class SampleModule {}

@Controller()
class ForgetfulController {
  @Get('/api/v1/forgotten')
  forgotten() {
    return 'anyone could read this';
  }
}
@Module({ controllers: [ForgetfulController] })
class ForgetfulModule {}

@Controller()
class CandidController {
  @Open('a test')
  @Get('/candid')
  candid() {
    return {};
  }
}
@Module({ controllers: [CandidController] })
class CandidModule {}

let pod: Constellation;
const start = (module: ServiceOptions['module']) => (options: Omit<ServiceOptions, 'name' | 'module'>) => startService({ ...options, name: 'territory', module });

beforeAll(async () => {
  // `territory` answers no RPC, so that a sample may stand in for it.
  pod = await startConstellation({ services: [start(SampleModule) as never] });
});
afterAll(() => pod.stop());

const call = (url: string, init: { method?: 'GET' | 'POST' | 'PUT'; payload?: string; headers?: Record<string, string> } = {}) =>
  pod.services[0]!.app.inject({ method: init.method ?? 'GET', url, headers: init.headers ?? {}, ...(init.payload === undefined ? {} : { payload: init.payload }) });

it('does not start a service with a route that declares no access', async () => {
  await expect(start(ForgetfulModule)({ config: pod.config, port: 0, resources: pod.resources })).rejects.toThrow(/No access is declared for ForgetfulController.forgotten/);
  await (await start(CandidModule)({ config: pod.config, port: 0, resources: pod.resources })).close();
});

it('refuses a request that the gateway did not sign', async () => {
  const reply = await call('/api/v1/topics');
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'territory_unknown']);
  expect(reply.headers['content-type']).toContain('application/problem+json');
});

const signed = async (route: Parameters<Constellation['call']>[0], options: Parameters<Constellation['call']>[1] = {}) => pod.call({ ...route, owner: 'territory' } as typeof route, options);

it('names every fault of an input, in the language asked for', async () => {
  const reply = await signed(forum.listTopics, { query: { limit: 0, categoryId: 'x' }, headers: { 'accept-language': 'da-DK,en' } });
  expect(reply.status).toBe(400);
  expect(reply.problem).toMatchObject({ code: 'input_invalid', title: 'Noget af det sendte passer ikke.' });
  expect(reply.problem.faults?.map((fault) => fault.path).sort()).toEqual(['query.categoryId', 'query.limit']);
});

it('asks for a token where a member is needed', async () => {
  expect((await signed(forum.previewMarkdown, { body: { markdown: 'x' } })).problem.code).toBe('not_signed_in');
});

it('tells nothing of an error of ours but a trace id, and counts it', async () => {
  answer = () => {
    throw new Error('password=hunter22 at /srv/secret');
  };
  const reply = await signed(forum.getTopic, { params: { topicId: '01900000-0000-7000-8000-000000000001' } });
  expect(reply.status).toBe(500);
  expect(JSON.stringify(reply.body)).not.toMatch(/hunter22|srv/);
  expect(reply.problem.detail).toMatch(/[0-9a-f]{32}/);
});

it('answers a refusal with its code and parameters', async () => {
  answer = () => {
    throw new Problem(commonErrors.too_many_requests, { retryAfter: 7 });
  };
  const reply = await signed(forum.getTopic, { params: { topicId: '01900000-0000-7000-8000-000000000001' } });
  expect([reply.status, reply.headers['retry-after'], reply.problem.detail]).toEqual([429, '7', 'Wait 7 seconds and try again.']);
});

it('holds answers to their contract', async () => {
  answer = () => ({ topicId: 'not a uuid' });
  expect((await signed(forum.getTopic, { params: { topicId: '01900000-0000-7000-8000-000000000001' } })).status).toBe(500);
});

it('answers bad bodies clearly', async () => {
  const bodies: [string, string | undefined, number, string][] = [
    ['{"a":', 'application/json', 400, 'body_not_json'],
    ['<x/>', 'application/xml', 415, 'media_type_unsupported'],
    [JSON.stringify({ a: 'x'.repeat(300_000) }), 'application/json', 413, 'body_too_large'],
  ];
  for (const [payload, type, status, code] of bodies) {
    const reply = await call('/api/v1/previews', { method: 'POST', payload, headers: { 'content-type': type! } });
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
  }
  expect((await call('/api/v1/nowhere')).json().code).toBe('not_found');
});

it('takes raw bytes where a route takes bytes, within its own limit, and nowhere else', async () => {
  const as = await pod.member();
  const params = { fileId: '01900000-0000-7000-8000-000000000001', offset: 0 };
  const body = Buffer.alloc(1024 * 1024, 0xfe);
  expect((await signed(files.sendChunk, { as, params, body })).body).toMatchObject({ byteLength: body.length, fileName: 'fefefefe' });
  const refusals: [unknown, string, number, object][] = [
    [Buffer.alloc(body.length + 1), 'application/octet-stream', 413, { code: 'body_too_large', params: { maxKb: 1024 } }],
    [Buffer.alloc(0), 'application/octet-stream', 400, { code: 'input_invalid', faults: [{ path: 'body', message: 'Send 1 to 1048576 bytes' }] }],
    ['{}', 'application/json', 415, { code: 'media_type_unsupported', detail: 'Send application/octet-stream.' }],
    ['x', 'image/png', 415, { code: 'media_type_unsupported' }],
  ];
  for (const [sent, type, status, problem] of refusals) {
    const reply = await signed(files.sendChunk, { as, params, body: sent, headers: { 'content-type': type } });
    expect([reply.status, reply.problem]).toEqual([status, expect.objectContaining(problem)]);
  }
  const json = await signed(forum.previewMarkdown, { as, body });
  expect([json.status, json.problem.detail]).toEqual([415, 'Send application/json.']);
});

it('answers beside the API only to the gateway, and to it without anyone signed in', async () => {
  expect((await call('/beside-the-api')).json().code).toBe('territory_unknown');
  const key = deriveKey(pod.config.podSecret, contextKeyPurpose);
  const headers = { [contextHeader]: signContext({ territory: 'NO', ip: '192.0.2.1', routingEpoch: 1 }, key), authorization: `Bearer ${(await pod.member()).token}` };
  expect((await call('/beside-the-api', { headers })).json()).toEqual({ territory: 'NO', member: null });
});

it('is alive and ready, and shows its figures', async () => {
  expect((await call('/health/live')).statusCode).toBe(200);
  const ready = await call('/health/ready');
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ok', service: 'territory', checks: { postgres: 'ok', nats: 'ok' } }]);
  expect((await call('/metrics')).body).toContain('http_request_duration_seconds_bucket');
});
