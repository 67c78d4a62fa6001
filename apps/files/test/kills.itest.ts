import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { files, type RouteAnswer, type RouteContract } from '@unityplan/contracts';
import { contextHeader, contextKeyPurpose, deriveKey, filesHostPath, signContext } from '@unityplan/service-kit';
import { startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture } from '../src/testing-pictures.ts';
import { killableService } from './killed-service.ts';
import { base32, base32upper } from 'multiformats/bases/base32';

const full = process.env['PROOF'] === 'full';
const kills = full ? 200 : 6;
const purposes = ['avatar', 'lesson_media', 'course_cover'] as const;

let pod: Constellation;
let blockstoreDir: string;
let service: Awaited<ReturnType<typeof killableService>>;
beforeAll(async () => {
  pod = await startConstellation({ services: [] });
  blockstoreDir = await mkdtemp(join(tmpdir(), 'blockstore-'));
  await pod.member();
  service = await killableService(pod.config, { BLOCKSTORE_DIR: blockstoreDir, FILES_GRACE_MS: '1000', FILES_COLLECT_EVERY_MS: '100' });
});
afterAll(async () => {
  await service?.stop().catch(() => undefined);
  await pod?.stop();
  await rm(blockstoreDir, { recursive: true, force: true });
});

/** One call, asked again until somebody answers: what a client on a bad line does. */
async function call<R extends RouteContract>(route: R, as: TestMember, params: Record<string, string | number> = {}, body?: object | Buffer, key?: string): Promise<{ status: number; body: RouteAnswer<R>; code?: string }> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
  for (;;) {
    try {
      const context = signContext({ territory: 'DK', ip: '192.0.2.1', routingEpoch: 1 }, deriveKey(pod.config.podSecret, contextKeyPurpose));
      const sent = Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body);
      const answer = await fetch(`${service.url}/api/v1${path}`, {
        method: route.method,
        headers: { [contextHeader]: context, authorization: `Bearer ${as.token}`, ...(body ? { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' } : {}), ...(key ? { 'idempotency-key': key } : {}) },
        ...(body ? { body: sent } : {}),
      });
      const text = await answer.text();
      const json = (text ? JSON.parse(text) : undefined) as RouteAnswer<R> & { code?: string };
      if (answer.status < 500) return { status: answer.status, body: json, ...(answer.ok ? {} : { code: json.code! }) };
    } catch {
      // killed under our hands
    }
    await pause(20);
  }
}

async function show(url: string): Promise<{ status: number; bytes: Buffer }> {
  const { pathname, search } = new URL(url);
  for (;;) {
    const context = signContext({ territory: 'DK', ip: '192.0.2.1', routingEpoch: 1 }, deriveKey(pod.config.podSecret, contextKeyPurpose));
    const answer = await fetch(service.url + filesHostPath + pathname + search, { headers: { [contextHeader]: context } }).catch(() => undefined);
    const bytes = await answer?.arrayBuffer().catch(() => undefined);
    if (answer && bytes && answer.status < 500) return { status: answer.status, bytes: Buffer.from(bytes) };
    await pause(20);
  }
}

interface Kept {
  readonly fileId: string;
  readonly shown: readonly { url: string; bytes: Buffer }[];
}

/** One member's upload through whatever happens; answers what was acknowledged. */
async function uploadThrough(n: number): Promise<Kept | { readonly fileId: string; readonly shown: undefined }> {
  const as = await pod.member();
  // Covers of few seeds are the same public content, sent and erased by many.
  const purpose = purposes[n % 3]!;
  const content = await picture({ width: 90, height: 60, seed: purpose === 'course_cover' ? n % 4 : n });
  const started = await call(files.startUpload, as, {}, { purpose, fileName: `${n}.jpg`, byteLength: content.byteLength }, `upload-${n}-${'x'.repeat(8)}`);
  expect(started.status).toBe(201);
  const { fileId } = started.body;
  let acknowledged = 0;
  while (acknowledged < content.byteLength) {
    const { offset } = (await call(files.getUpload, as, { fileId })).body;
    expect(offset).toBeGreaterThanOrEqual(acknowledged);
    const sent = await call(files.sendChunk, as, { fileId, offset }, content.subarray(offset, offset + 1_500));
    expect([sent.status, sent.code]).toEqual([200, undefined]);
    acknowledged = sent.body.offset;
  }
  const done = await call(files.completeUpload, as, { fileId });
  expect([done.status, done.code]).toEqual([200, undefined]);
  const shown = await Promise.all(done.body.sizes.map(async ({ url, bytes }) => {
    const answer = await show(url);
    expect([answer.status, answer.bytes.byteLength]).toEqual([200, bytes]);
    return { url, bytes: answer.bytes };
  }));
  if (n % 2 === 0) return { fileId, shown };
  const gone = await call(files.deleteFile, as, { fileId });
  expect(gone.status).toBe(204);
  return { fileId, shown: undefined };
}

it(`loses nothing that was acknowledged and keeps nothing that was erased, over ${kills} kills`, async () => {
  let over = false;
  const outcomes: Awaited<ReturnType<typeof uploadThrough>>[] = [];
  let next = 0;
  const client = async () => {
    while (!over) outcomes.push(await uploadThrough(next++));
  };
  const clients = Array.from({ length: 4 }, client);
  for (let n = 0; n < kills; n++) {
    // Sometimes while it has hardly begun, mostly in the middle of work.
    await pause(Math.random() < 0.2 ? 10 : 200 + Math.random() * 900);
    await service.kill();
    await service.start();
  }
  over = true;
  await Promise.all(clients);
  expect(outcomes.length).toBeGreaterThan(kills);

  for (const { fileId, shown } of outcomes) {
    if (shown) for (const { url, bytes } of shown) expect((await show(url)).bytes.equals(bytes)).toBe(true);
    const events = await pod.ground.query<{ event: string }>('select event from messaging.outbox where aggregate = $1 order by id', [fileId]);
    expect(events.map(({ event }) => event)).toEqual(shown ? ['file.ready'] : ['file.ready', 'file.erased']);
    expect(await pod.ground.query('select 1 from territory_dk.files_keys where key_id = $1', [fileId])).toHaveLength(shown ? 1 : 0);
  }
  // Every count is right, and once the collector has been round, disk and rows name the same blocks.
  const wrong = await pod.ground.query(`select cid from territory_dk.files_blobs b where ref_count <> (select count(*) from territory_dk.files_variants v where v.cid = b.cid)`);
  expect(wrong).toEqual([]);
  await expect.poll(async () => {
    const rows = await pod.ground.query<{ block: string }>('select distinct block from territory_dk.files_blocks order by block');
    const onDisk = (await readdir(blockstoreDir, { recursive: true })).filter((name) => name.endsWith('.data')).map((name) => base32.encode(base32upper.decode(name.split('/').at(-1)!.replace('.data', ''))));
    const left = await pod.ground.query('select 1 from territory_dk.files_blobs where ref_count = 0');
    return { same: JSON.stringify(rows.map(({ block }) => block)) === JSON.stringify([...new Set(onDisk)].sort()), left: left.length };
  }, { timeout: 20_000, interval: 200 }).toEqual({ same: true, left: 0 });
  console.log(`${outcomes.length} uploads, ${outcomes.filter(({ shown }) => !shown).length} erased, ${kills} kills`);
}, full ? 900_000 : 90_000);
