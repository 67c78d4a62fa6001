import { contextHeader, contextKeyPurpose, deriveKey, FileLinks, openContext } from '@unityplan/service-kit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { standIn, startRig, type Answer, type Rig, type StandIn } from './rig.ts';

const fileId = '01900000-0000-7000-8000-000000000001';
const cid = `bafkrei${'a'.repeat(52)}`;
const picture: StandIn['behaviour']['answer'] = (_, response) =>
  void response.writeHead(200, { 'content-type': 'image/webp', 'cache-control': 'private, max-age=60', etag: '"1"', 'set-cookie': 'a=1', 'x-up-inside': '1' }).end('picture');

let rig: Rig;
let files: StandIn;
let path: string;
let links: FileLinks;
beforeAll(async () => {
  files = await standIn();
  rig = await startRig((url) => ({ environment: 'development', upstreams: { files: files.url, forum: url, websocket: url } }));
  links = new FileLinks(rig.constellation.config, Date.now);
  const url = new URL(links.signed('DK', fileId, 'large'));
  path = url.pathname + url.search;
});
afterAll(async () => {
  await rig?.stop();
  await files?.stop();
});
beforeEach(() => {
  files.behaviour.answer = picture;
  files.seen.length = rig.upstream.seen.length = 0;
});

const hostOf = (slug: string) => `${slug}.files-unityplan.localhost:${rig.port}`;
const ask = (asked: string, options: Parameters<Rig['ask']>[1] = {}): Promise<Answer> => rig.ask(asked, { host: hostOf('dk'), ...options });
const contextOf = () => openContext(files.last().headers[contextHeader] as string, deriveKey(rig.constellation.config.podSecret, contextKeyPurpose));

it('passes a file on with the territory of the host, and shuts its origin off from everything', async () => {
  const answer = await ask(path);
  expect([answer.status, answer.text]).toEqual([200, 'picture']);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/webp', 'cache-control': 'private, max-age=60', etag: '"1"', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'referrer-policy': 'no-referrer',
  });
  for (const name of ['set-cookie', 'x-up-inside', 'cross-origin-opener-policy', 'access-control-allow-origin']) expect(answer.headers, name).not.toHaveProperty(name);
  expect(files.last().url).toBe(`/files-host${path}`);
  expect(contextOf()).toMatchObject({ territory: 'DK' });
  await ask(path, { host: 'no.unityplan-files.org' });
  expect(contextOf()).toMatchObject({ territory: 'NO' });
});

it('reads no cookie and no token, and lets only what a file needs through', async () => {
  const { token } = await rig.constellation.member('DK');
  await ask(path, { headers: { cookie: `__Host-access=${token}`, authorization: `Bearer ${token}`, range: 'bytes=0-3', 'if-range': '"1"', 'if-none-match': '"2"', 'idempotency-key': 'abcdefgh', [contextHeader]: 'NO|1|1|1|x' } });
  const { headers } = files.last();
  expect(headers).toMatchObject({ range: 'bytes=0-3', 'if-range': '"1"', 'if-none-match': '"2"' });
  for (const name of ['cookie', 'authorization', 'idempotency-key']) expect(headers, name).not.toHaveProperty(name);
  expect(contextOf()).toMatchObject({ territory: 'DK' });
  // A token of another territory is refused everywhere else; here nobody looks at it.
  const visitor = await rig.constellation.member('NO');
  expect((await ask(path, { headers: { authorization: `Bearer ${visitor.token}` } })).status).toBe(200);
});

it('has neither API nor pages, whoever asks', async () => {
  for (const other of ['/', '/index.html', '/api/v1/topics', '/api/docs', '/api/openapi.json', '/dev/mail', '/.well-known/jwks.json', '/ws', '/health/live', '/metrics', '/ready', '/f', '/f/', '/c/', '/files-host/f/x']) {
    const answer = await ask(other, { headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers['content-type']], other).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  }
  expect([files.seen.length, rig.upstream.seen.length]).toEqual([0, 0]);
});

it('takes addresses as they are written and plays no tricks with them', async () => {
  const query = path.slice(path.indexOf('?'));
  const tricks = [
    `/f/${fileId}/..%2flarge${query}`, `/f/..%2f..%2fapi/v1/topics`, `/f/%2e%2e/large${query}`, `/f/${fileId}/../${fileId}/large${query}`, `/f/${fileId}/large/${query}`, `//f/${fileId}/large${query}`,
    `/f/${fileId}%00/large${query}`, `/f/${fileId}/large%2f..${query}`, `/f/${fileId.toUpperCase()}/LARGE${query}`, `/f/${fileId}/huge${query}`, `/f/${fileId}/large`, `/f/${fileId}/large${query}&x=1`, `/f/${fileId}/large?s=1&e=2`,
    `/c/${cid}/..%2f..%2fsecret`, `/c/${cid}?x=1`, `/c/${cid.toUpperCase()}`, '/c/Qm', '/c/..', `/c/${cid}/`, `/ipfs/${cid}`, `/f/${fileId}\\large${query}`,
  ];
  for (const trick of tricks) expect((await ask(trick)).status, trick).toBe(404);
  expect(files.seen).toHaveLength(0);
  expect((await ask(`/c/${cid}`)).status).toBe(200);
});

it.each(['dk.localhost', 'xx.files-unityplan.localhost', 'files-unityplan.localhost', 'evil.dk.files-unityplan.localhost', 'dk.files-unityplan.localhost.evil.example', 'se.unityplan-files.org', 'dk.unityplan-files.org.evil.example'])('%s has no files', async (host) => {
  expect((await rig.ask(path, { host })).status).toBe(404);
  expect(files.seen).toHaveLength(0);
});

it('is closed with its territory', async () => {
  const { ground, resources } = rig.constellation;
  await ground.query(`update global.territories set status = 'suspended' where id = 'NO'`);
  await resources.registry.refresh();
  try {
    expect((await ask(path, { host: hostOf('no') })).json.code).toBe('territory_suspended');
  } finally {
    await ground.query(`update global.territories set status = 'active' where id = 'NO'`);
    await resources.registry.refresh();
  }
});

it('is only read', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const answer = await ask(path, { method });
    expect([answer.status, answer.headers.allow], method).toEqual([405, 'GET, HEAD']);
  }
  const head = await ask(path, { method: 'HEAD' });
  expect([head.status, head.text, files.last().method]).toEqual([200, '', 'HEAD']);
});

it('hands on what the service says: ranges, what is over, and being away', async () => {
  files.behaviour.answer = (_, response) => void response.writeHead(206, { 'content-type': 'image/webp', 'content-range': 'bytes 0-3/7' }).end('pict');
  const part = await ask(path, { headers: { range: 'bytes=0-3' } });
  expect([part.status, part.headers['content-range'], part.text]).toEqual([206, 'bytes 0-3/7', 'pict']);
  files.behaviour.answer = (_, response) => void response.writeHead(410, { 'content-type': 'application/problem+json' }).end('{"code":"file_gone"}');
  expect((await ask(path)).json.code).toBe('file_gone');
  files.behaviour.answer = (_, response) => void response.socket!.destroy();
  expect((await ask(path)).json.code).toBe('service_unavailable');
});

it('is the one other origin from which pages may take pictures', async () => {
  const policyOf = async (host: string) => String((await rig.ask('/x', { host })).headers['content-security-policy']).split('; ').find((rule) => rule.startsWith('img-src'));
  expect(await policyOf('dk.localhost')).toBe("img-src 'self' data: http://dk.files-unityplan.localhost:8080");
  expect(await policyOf('no.localhost')).toBe("img-src 'self' data: http://no.files-unityplan.localhost:8080");
});
