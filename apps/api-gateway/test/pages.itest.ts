import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startRig, type Rig } from './rig.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`;
const mail = { id: 'a/1', from: 'UnityPlan', to: 'freja@example.org', subject: '<b>Hi</b>', at: '2026-11-21T12:00:00Z', text: 'Hello', html: '<p>Hello</p><script>alert(1)</script>' };
let dir: string;
let rig: Rig;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gateway-dist-'));
  await mkdir(join(dir, 'assets'));
  await writeFile(join(dir, 'assets/index-BxYz1234.js'), script);
  await writeFile(join(dir, 'assets/index-BxYz1234.js.map'), '{}');
  await writeFile(join(dir, 'manifest.webmanifest'), '{}');
  await writeFile(join(dir, 'index.html'), '<!doctype html><title>UnityPlan</title>');
  const openapiFile = join(dir, 'openapi.json');
  await writeFile(openapiFile, '{"openapi":"3.1.0"}');
  rig = await startRig({ environment: 'development', frontendDir: dir, openapiFile }, { list: () => [mail], get: (id) => (id === mail.id ? mail : undefined) });
});
afterAll(async () => {
  await rig?.stop();
  await rm(dir, { recursive: true, force: true });
});

function raw(path: string, encoding: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: rig.port, path, headers: { host: 'dk.localhost', 'accept-encoding': encoding } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ encoding: incoming.headers['content-encoding'], body: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });
}

describe('the frontend', () => {
  it('answers every page address with its page, never cached, and hashed files for good', async () => {
    for (const path of ['/', '/topics/some-topic', '/settings?x=1']) {
      const page = await rig.ask(path);
      expect([page.status, page.headers['cache-control'], page.text]).toEqual([200, 'no-cache', '<!doctype html><title>UnityPlan</title>']);
    }
    const asset = await rig.ask('/assets/index-BxYz1234.js');
    expect([asset.headers['cache-control'], asset.headers['content-type']]).toEqual(['public, max-age=31536000, immutable', 'text/javascript; charset=utf-8']);
    expect((await rig.ask('/manifest.webmanifest')).headers['cache-control']).toBe('no-cache');
    const again = await rig.ask('/', { headers: { 'if-none-match': (await rig.ask('/')).headers.etag! } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await rig.ask('/', { method: 'HEAD' })).text).toBe('');
  });

  it('is compressed as the browser asked', async () => {
    const br = await raw('/assets/index-BxYz1234.js', 'gzip, deflate, br');
    expect([br.encoding, brotliDecompressSync(br.body).toString()]).toEqual(['br', script]);
    const gz = await raw('/assets/index-BxYz1234.js', 'gzip');
    expect([gz.encoding, gunzipSync(gz.body).toString()]).toEqual(['gzip', script]);
    expect(br.body.length).toBeLessThan(500);
  });

  it('gives away no source map, no file outside, and takes no post', async () => {
    for (const path of ['/assets/index-BxYz1234.js.map', '/assets/../../etc/passwd.txt', '/%2e%2e/secret.txt', '/assets/missing.js']) expect((await rig.ask(path)).status, path).toBe(404);
    expect((await rig.ask('/', { method: 'POST' })).status).toBe(405);
  });

  it('of a closed territory loads, to say so; programs and calls are refused', async () => {
    const { ground, resources } = rig.constellation;
    const html = { accept: 'text/html,*/*' };
    for (const status of ['suspended', 'archived']) {
      await ground.query(`update global.territories set status = '${status}' where id = 'NO'`);
      await resources.registry.refresh();
      try {
        const page = await rig.ask('/register', { host: 'no.localhost', headers: html });
        expect([page.status, page.text]).toEqual([403, '<!doctype html><title>UnityPlan</title>']);
        expect((await rig.ask('/assets/index-BxYz1234.js', { host: 'no.localhost' })).status).toBe(200);
        expect((await rig.ask('/', { host: 'no.localhost' })).json.code).toBe(`territory_${status}`);
        for (const path of ['/api/v1/territory', '/api/docs', '/assets/none.js']) expect((await rig.ask(path, { host: 'no.localhost', headers: html })).status, path).toBe(403);
        expect((await rig.ask('/register', { host: 'no.localhost', method: 'POST', headers: html })).status).toBe(403);
      } finally {
        await ground.query(`update global.territories set status = 'active' where id = 'NO'`);
        await resources.registry.refresh();
      }
    }
    expect((await rig.ask('/register', { host: 'no.localhost', headers: html })).status).toBe(200);
  });

  it('is renewed by a new build', async () => {
    await writeFile(join(dir, 'index.html'), 'new');
    await utimes(join(dir, 'index.html'), new Date(), new Date(Date.now() + 5_000));
    await vi.waitFor(async () => expect((await rig.ask('/')).text).toBe('new'), { timeout: 20_000, interval: 100 });
  });

  it('runs under a strict policy', async () => {
    const { headers } = await rig.ask('/');
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", `connect-src 'self' ws://dk.localhost:${rig.port} wss://dk.localhost:${rig.port}`]) expect(policy.split('; ')).toContain(rule);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'cross-origin-opener-policy': 'same-origin' });
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});

it('localhost leads a developer to the first territory', async () => {
  const answer = await rig.ask('/topics?a=b', { host: `localhost:${rig.port}` });
  expect([answer.status, answer.headers.location]).toEqual([302, `http://dk.localhost:${rig.port}/topics?a=b`]);
});

it('documents the API from its own origin', async () => {
  const page = await rig.ask('/api/docs');
  expect(page.text).not.toMatch(/https?:\/\/|<script>/);
  for (const [, path] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await rig.ask(path!)).status, path).toBe(200);
  expect((await rig.ask('/api/openapi.json')).json).toEqual({ openapi: '3.1.0' });
  expect((await rig.ask('/api/docs/package.json')).status).toBe(404);
  expect((await rig.ask('/api/docs/..%2fpackage.json')).status).toBe(404);
});

describe('the mails of a pod in development', () => {
  it('are shown on this machine', async () => {
    expect((await rig.ask('/dev/mail/api')).json).toEqual({ items: [mail] });
    expect((await rig.ask('/dev/mail/api/a%2F1')).json).toEqual(mail);
    expect((await rig.ask('/dev/mail')).text).toContain('&#60;b&#62;Hi');
    expect((await rig.ask('/dev/mail/a%2F1')).text).toContain('sandbox=');
    expect((await rig.ask('/dev/mail/a%2F1/html')).headers['content-security-policy']).toContain("default-src 'none'");
    expect((await rig.ask('/dev/mail/none')).status).toBe(404);
    expect((await rig.ask('/dev/mail/%')).status).toBe(404);
  });

  it('are nobody else’s', async () => {
    const forwarded = await rig.ask('/dev/mail/api', { headers: { 'x-forwarded-for': '198.51.100.7' } });
    expect(forwarded.text).not.toContain('freja');
    const elsewhere = await rig.ask('/dev/mail/api', { host: 'dk.unityplan.org' });
    expect(elsewhere.text).not.toContain('freja');
  });
});
