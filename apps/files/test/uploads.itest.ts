import { files } from '@unityplan/contracts';
import { FORGET_REQUESTS } from '@unityplan/service-kit';
import { expectPublished } from '@unityplan/testing';
import sharp from 'sharp';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { picture, pixelBomb, zip } from '../src/testing-pictures.ts';
import { UploadsViews } from '../src/uploads/uploads.views.ts';
import { hashOf, startFilesWorld, type FilesWorld } from './files-world.ts';

let world: FilesWorld;
beforeAll(async () => {
  world = await startFilesWorld({ quotaMb: 20 });
});
afterAll(() => world?.stop());

it('makes a file of what was announced, sent and completed, and says so once', async () => {
  const as = await world.member();
  const content = await picture({ width: 600, height: 400 });
  const started = await world.announce(as, content, { fileName: 'Ferie på Møn.jpg', alt: 'Klinten', sha256: hashOf(content) });
  expect(started).toEqual({ fileId: expect.any(String), purpose: 'avatar', fileName: 'Ferie på Møn.jpg', byteLength: content.byteLength, offset: 0, state: 'receiving', expiresAt: new Date(world.clock.now + 86_400_000).toISOString() });
  await world.sendAll(as, started.fileId, content, 10_000);
  const done = await world.complete(as, started.fileId);
  expect(done.status).toBe(200);
  expect(done.body).toMatchObject({ fileId: started.fileId, ownerId: as.memberId, fileName: 'Ferie på Møn.jpg', alt: 'Klinten', contentType: 'image/webp', width: 256, height: 256, attached: false });
  expect(done.body.sizes.map(({ size, width, cid }) => [size, width, cid])).toEqual([['small', 64, null], ['large', 256, null]]);
  for (const { url, bytes, width } of done.body.sizes) {
    const shown = await world.show(url);
    expect([shown.status, shown.bytes.byteLength]).toEqual([200, bytes]);
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'webp', width, height: width });
  }
  expect((await world.call(files.getFile, { as, params: { fileId: started.fileId } })).body).toEqual(done.body);
  expect((await world.complete(as, started.fileId)).body).toEqual(done.body);
  expect((await world.call(files.getUpload, { as, params: { fileId: started.fileId } })).body).toMatchObject({ state: 'ready', offset: content.byteLength });
  await expectPublished(world.ground.client, files.fileReady, { fileId: started.fileId, ownerId: as.memberId, purpose: 'avatar' });
  expect(await world.ground.query(`select 1 from messaging.outbox where event = 'file.ready' and aggregate = $1`, [started.fileId])).toHaveLength(1);
  expect(await world.ground.query('select 1 from territory_dk.files_chunks where file_id = $1', [started.fileId])).toHaveLength(0);
});

describe('an upload', () => {
  it('goes on where it was after the service was started anew', async () => {
    const as = await world.member();
    const content = await picture({ width: 900, height: 700, format: 'png' });
    const { fileId } = await world.announce(as, content, { purpose: 'lesson_media' });
    await world.chunk(as, fileId, 0, content.subarray(0, 300_000));
    await world.chunk(as, fileId, 300_000, content.subarray(300_000, 700_000));
    await world.restart();
    const { offset } = (await world.call(files.getUpload, { as, params: { fileId } })).body;
    expect(offset).toBe(700_000);
    await world.sendAll(as, fileId, content.subarray(0, offset), offset); // sent again, and harmless
    for (let at = offset; at < content.byteLength; at += 500_000) await world.chunk(as, fileId, at, content.subarray(at, at + 500_000));
    await world.restart();
    const done = await world.complete(as, fileId);
    expect(done.body).toMatchObject({ width: 900, height: 700 });
  });

  it('answers repeated, overlapping and premature chunks with where it is', async () => {
    const as = await world.member();
    const content = await picture();
    const { fileId } = await world.announce(as, content);
    const half = content.byteLength >> 1;
    expect((await world.chunk(as, fileId, 0, content.subarray(0, half))).body.offset).toBe(half);
    expect((await world.chunk(as, fileId, 0, content.subarray(0, half))).body.offset).toBe(half);
    expect((await world.chunk(as, fileId, half - 10, content.subarray(half - 10, half + 10))).body.offset).toBe(half);
    expect((await world.chunk(as, fileId, half + 1, content.subarray(half + 1))).problem).toMatchObject({ code: 'upload_gap', params: { offset: half } });
    expect((await world.chunk(as, fileId, half, Buffer.alloc(content.byteLength))).problem).toMatchObject({ code: 'upload_overrun', params: { byteLength: content.byteLength } });
    expect((await world.complete(as, fileId)).problem).toMatchObject({ code: 'upload_incomplete', params: { offset: half, byteLength: content.byteLength } });
    const [one, two] = await Promise.all([0, 1].map(() => world.chunk(as, fileId, half, content.subarray(half))));
    expect([one!.body.offset, two!.body.offset]).toEqual([content.byteLength, content.byteLength]);
    expect((await world.complete(as, fileId)).status).toBe(200);
    expect((await world.chunk(as, fileId, 0, content.subarray(0, half))).body).toMatchObject({ state: 'ready', offset: content.byteLength });
  });

  it('completed many times at once is one file', async () => {
    const as = await world.member();
    const content = await picture({ width: 1200, height: 900 });
    const { fileId } = await world.announce(as, content, { purpose: 'lesson_media' });
    await world.sendAll(as, fileId, content);
    const before = (await world.blocks()).size;
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.complete(as, fileId)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await world.blocks()).size).toBe(before + 3);
    expect(await world.ground.query('select ref_count from territory_dk.files_blobs where key_id = $1', [fileId])).toEqual([{ ref_count: 1 }, { ref_count: 1 }, { ref_count: 1 }]);
    expect(await world.ground.query(`select 1 from messaging.outbox where event = 'file.ready' and aggregate = $1`, [fileId])).toHaveLength(1);
  });

  it('completed again, by a call that looked at it before the first had made a file of it, is ready', async () => {
    const as = await world.member();
    const content = await picture();
    const { fileId } = await world.announce(as, content);
    await world.sendAll(as, fileId, content);
    const views = world.service('files').app.get(UploadsViews);
    const own = views.own.bind(views);
    let release = () => undefined as void;
    const first = new Promise<void>((resolve) => (release = resolve));
    let looks = 0;
    const look = vi.spyOn(views, 'own').mockImplementation(async (...asked) => {
      const held = looks++ > 0;
      const seen = await own(...asked);
      if (held) await first;
      return seen;
    });
    const calls = [world.complete(as, fileId), world.complete(as, fileId)];
    void Promise.race(calls).then(() => release());
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200]);
    look.mockRestore();
  });

  it('announced twice with one key is one, and another body under that key is refused', async () => {
    const as = await world.member();
    const body = { purpose: 'avatar', fileName: 'a.png', byteLength: 10 };
    const start = (more: object = {}) => world.call(files.startUpload, { as, body: { ...body, ...more }, headers: { 'idempotency-key': 'once-and-once' } });
    expect((await start()).body.fileId).toBe((await start()).body.fileId);
    expect((await start({ byteLength: 11 })).problem.code).toBe('idempotency_key_reused');
    await world.ground.query("update territory_dk.files_requests set created_at = '2020-01-01' where idempotency_key = 'once-and-once'");
    await world.service('files').app.get<() => Promise<void>>(FORGET_REQUESTS)();
    expect((await start({ byteLength: 11 })).status).toBe(201);
  });

  it('is nobody else’s', async () => {
    const owner = await world.member();
    const content = await picture();
    const { fileId } = await world.announce(owner, content);
    for (const as of [await world.member(), await world.member('NO')]) {
      expect((await world.call(files.getUpload, { as, params: { fileId } })).problem.code).toBe('not_found');
      expect((await world.chunk(as, fileId, 0, content)).problem.code).toBe('not_found');
      expect((await world.complete(as, fileId)).problem.code).toBe('not_found');
      expect((await world.call(files.getFile, { as, params: { fileId } })).problem.code).toBe('not_found');
      expect((await world.call(files.deleteFile, { as, params: { fileId } })).problem.code).toBe('not_found');
    }
    expect((await world.call(files.getFile, { as: owner, params: { fileId } })).problem.code).toBe('file_not_ready');
    expect((await world.call(files.startUpload, { body: { purpose: 'avatar', fileName: 'a', byteLength: 1 } })).problem.code).toBe('not_signed_in');
  });
});

describe('refuses', () => {
  it.each<[string, object, string]>([
    ['another purpose', { purpose: 'malware' }, 'body.purpose'],
    ['no name', { fileName: '  ' }, 'body.fileName'],
    ['a name with control characters', { fileName: 'a\u0000b' }, 'body.fileName'],
    ['no length', { byteLength: 0 }, 'body.byteLength'],
    ['half a byte', { byteLength: 1.5 }, 'body.byteLength'],
    ['a checksum that is none', { sha256: 'ABC' }, 'body.sha256'],
  ])('%s', async (_, wrong, path) => {
    const answer = await world.call(files.startUpload, { as: await world.member(), body: { purpose: 'avatar', fileName: 'a', byteLength: 1, ...wrong } });
    expect(answer.problem).toMatchObject({ code: 'input_invalid', faults: [expect.objectContaining({ path })] });
  });

  it('a file that is too large, and one more than a member’s space holds', async () => {
    const as = await world.member();
    const start = (byteLength: number) => world.call(files.startUpload, { as, body: { purpose: 'avatar', fileName: 'a', byteLength }, headers: { 'accept-language': 'da' } });
    expect((await start(files.maxFileBytes + 1)).problem).toMatchObject({ code: 'file_too_large', detail: 'Send højst 10 MB; de fleste programmer kan gemme et billede mindre.' });
    // Many at once do not get past it together.
    const answers = await Promise.all(Array.from({ length: 6 }, () => start(files.maxFileBytes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.problem).toMatchObject({ code: 'file_quota_exceeded', params: { usedMb: 20, quotaMb: 20 } });
    expect((await start(1)).problem.code).toBe('file_quota_exceeded');
    // Giving one up makes room; what is stored counts for what it takes.
    const { fileId } = answers.find(({ status }) => status === 201)!.body;
    expect((await world.call(files.deleteFile, { as, params: { fileId } })).status).toBe(204);
    expect((await start(1)).status).toBe(201);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, object, string]>([
    ['a wrong checksum', () => picture(), { sha256: hashOf(Buffer.from('else')) }, 'file_checksum_wrong'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), {}, 'file_type_refused'],
    ['a ZIP', () => zip('a', 'b'), {}, 'file_type_refused'],
    ['words', () => Buffer.from('words'), {}, 'file_type_unknown'],
    ['a picture with a ZIP in it', async () => Buffer.concat([await picture(), zip('a', 'b')]), {}, 'file_two_kinds'],
    ['a pixel bomb', () => pixelBomb(30_000, 30_000), {}, 'picture_too_large'],
    ['half a picture', async () => (await picture()).subarray(0, 9_000), {}, 'picture_damaged'],
  ])('%s, for good, and keeps none of it', async (_, make, sent, code) => {
    const as = await world.member();
    const content = await make();
    const blocks = (await world.blocks()).size;
    const { fileId } = await world.announce(as, content, sent);
    await world.sendAll(as, fileId, content);
    const first = await world.complete(as, fileId);
    expect([first.problem.code, first.status]).toEqual([code, 422]);
    const again = await world.complete(as, fileId);
    expect({ ...again.problem, traceId: '' }).toEqual({ ...first.problem, traceId: '' });
    expect((await world.call(files.getUpload, { as, params: { fileId } })).body.state).toBe('refused');
    expect((await world.chunk(as, fileId, 0, content)).problem.code).toBe('upload_closed');
    expect(await world.ground.query('select 1 from territory_dk.files_chunks where file_id = $1', [fileId])).toHaveLength(0);
    expect((await world.blocks()).size).toBe(blocks);
    expect((await world.call(files.listFiles, { as })).body.items).toEqual([]);
  });

  it('what is not there', async () => {
    const as = await world.member();
    const params = { fileId: v7() };
    for (const route of [files.getUpload, files.getFile, files.completeUpload, files.deleteFile]) expect((await world.call(route, { as, params } as never)).problem.code).toBe('not_found');
    expect((await world.call(files.getFile, { as, params: { fileId: 'x' } })).problem.code).toBe('input_invalid');
    expect((await world.call(files.sendChunk, { as, params: { fileId: v7(), offset: -1 }, body: Buffer.from('x') })).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'params.offset' }] });
  });
});

it('lists own files that are ready, newest first, page by page', async () => {
  const as = await world.member();
  const ids: string[] = [];
  for (let seed = 1; seed <= 5; seed++) ids.unshift((await world.ready(as, await picture({ width: 40, height: 40, seed }), { purpose: seed % 2 ? 'avatar' : 'lesson_media' })).fileId);
  await world.announce(as, Buffer.alloc(9));
  const list = async (query: object) => (await world.call(files.listFiles, { as, query: query as never })).body;
  const first = await list({ limit: 2 });
  expect([first.items.map(({ fileId }) => fileId), first.previous]).toEqual([ids.slice(0, 2), null]);
  const second = await list({ limit: 2, cursor: first.next });
  expect(second.items.map(({ fileId }) => fileId)).toEqual(ids.slice(2, 4));
  const third = await list({ limit: 2, cursor: second.next });
  expect([third.items.map(({ fileId }) => fileId), third.next]).toEqual([ids.slice(4), null]);
  expect((await list({ limit: 2, cursor: second.previous })).items).toEqual(first.items);
  expect((await list({ purpose: 'lesson_media' })).items).toHaveLength(2);
  const other = await world.call(files.listFiles, { as: await world.member(), query: { cursor: first.next! } });
  expect(other.problem.code).toBe('cursor_invalid');
  expect((await world.call(files.listFiles, { as, query: { cursor: first.next!, purpose: 'avatar' } })).problem.code).toBe('cursor_invalid');
});

it('is opened by one process at a time', async () => {
  await expect(world.startAnother()).rejects.toThrow(`is in use by process ${process.pid}`);
  const as = await world.member();
  expect((await world.call(files.listFiles, { as })).status).toBe(200);
});
