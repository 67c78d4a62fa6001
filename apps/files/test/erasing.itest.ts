import { files, Problem } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture, telephonePicture } from '../src/testing-pictures.ts';
import { hours, startFilesWorld, type FilesWorld } from './files-world.ts';

let world: FilesWorld;
beforeAll(async () => {
  world = await startFilesWorld();
});
afterAll(() => world?.stop());

const erase = (as: Parameters<FilesWorld['complete']>[0], fileId: string) => world.call(files.deleteFile, { as, params: { fileId } });
const get = (as: Parameters<FilesWorld['complete']>[0], fileId: string) => world.call(files.getFile, { as, params: { fileId } });
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Problem ? error.contract.code : Promise.reject(error as Error)));
const blobs = (fileId: string) => world.ground.query<{ cid: string; ref_count: number }>('select cid, ref_count from territory_dk.files_blobs where key_id = $1', [fileId]);

describe('a private file', () => {
  it('is ciphertext on disk, and its name and words are sealed', async () => {
    const as = await world.member();
    // A picture of few colours is its own canary: the stored WebP has no bytes in common with anything on disk.
    const { fileId, sizes } = await world.ready(as, await picture({ width: 500, height: 500 }), { fileName: 'canary-name.jpg', alt: 'canary words' });
    const clear = await Promise.all(sizes.map(async ({ url }) => (await world.show(url)).bytes));
    const disk = Buffer.concat([...(await world.blocks()).values()]);
    for (const bytes of clear) {
      expect(bytes.byteLength).toBeGreaterThan(300);
      for (let at = 0; at + 16 <= bytes.byteLength; at += Math.max(16, bytes.byteLength >> 6)) expect(disk.includes(bytes.subarray(at, at + 16))).toBe(false);
    }
    expect(disk.includes('WEBP')).toBe(false);
    expect(disk.includes(fileId)).toBe(false);
    const rows = JSON.stringify(await world.ground.query('select * from territory_dk.files_uploads where file_id = $1', [fileId]));
    expect(rows).not.toMatch(/canary/);
  });

  it('that came twice shares nothing with its twin', async () => {
    const [one, two] = [await world.member(), await world.member()];
    const content = await picture({ seed: 5 });
    const [a, b] = [await world.ready(one, content), await world.ready(two, content)];
    const cids = [...(await blobs(a.fileId)), ...(await blobs(b.fileId))].map(({ cid }) => cid);
    expect(new Set(cids).size).toBe(4);
  });

  it('that is on its way is ciphertext too', async () => {
    const as = await world.member();
    const canary = 'Canary Photographer';
    const content = await telephonePicture(canary);
    const { fileId } = await world.announce(as, content, { purpose: 'lesson_media' });
    await world.sendAll(as, fileId, content);
    const [row] = await world.ground.query<{ sealed: Buffer }>('select sealed from territory_dk.files_chunks where file_id = $1', [fileId]);
    expect([row!.sealed.includes(canary), row!.sealed.includes('JFIF'), row!.sealed.byteLength > content.byteLength]).toEqual([false, false, true]);
    const done = await world.complete(as, fileId);
    for (const { url } of done.body.sizes) expect((await world.show(url)).bytes.includes(canary)).toBe(false);
  });

  it('that is erased is gone: no key, no block, no name; its address says so', async () => {
    const as = await world.member();
    const { fileId, sizes } = await world.ready(as, await picture({ seed: 11 }));
    await world.attach(as, [fileId], `avatar:${as.memberId}`);
    const other = await world.ready(as, await picture({ seed: 12 }));
    const before = await world.blocks();
    const [keyBefore] = await world.ground.query<{ wrapped: string }>('select wrapped from territory_dk.files_keys where key_id = $1', [fileId]);
    expect((await erase(as, fileId)).status).toBe(204);

    expect((await world.show(sizes[0]!.url)).problem).toBe('file_gone');
    expect((await get(as, fileId)).problem.code).toBe('file_gone');
    expect((await world.complete(as, fileId)).problem.code).toBe('file_gone');
    expect((await world.chunk(as, fileId, 0, Buffer.from('x'))).problem.code).toBe('file_gone');
    expect(await codeOf(world.attach(as, [fileId], 'avatar:x'))).toBe('file_gone');
    expect((await world.rpc.call(files.describeFiles, 'DK', { fileIds: [fileId] })).files).toEqual([]);
    const after = await world.blocks();
    expect([...before.keys()].filter((name) => !after.has(name))).toHaveLength(2);
    expect(await blobs(fileId)).toEqual([]);
    const tables = await world.ground.query<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = 'territory_dk' and table_name like 'files_%'`);
    for (const { name } of tables) expect(JSON.stringify(await world.ground.query(`select t::text from ${name} t`)), name).not.toContain(keyBefore!.wrapped);
    expect(await world.ground.query('select state, name_sealed, alt_sealed, sha256 from territory_dk.files_uploads where file_id = $1', [fileId])).toEqual([{ state: 'erased', name_sealed: null, alt_sealed: null, sha256: null }]);
    await expectPublished(world.ground.client, files.fileErased, { fileId, ownerId: as.memberId, purpose: 'avatar', reason: 'deleted' });
    // Again is harmless, and tells nobody twice.
    expect((await erase(as, fileId)).status).toBe(204);
    expect(await world.ground.query(`select 1 from messaging.outbox where event = 'file.erased' and aggregate = $1`, [fileId])).toHaveLength(1);
    expect((await world.show(other.sizes[0]!.url)).status).toBe(200);
  });
});

describe('public content', () => {
  it('of two owners is one blob; when one erases it, the other still shows it; when both have, it is gone', async () => {
    const [one, two] = [await world.member(), await world.member()];
    const content = await picture({ width: 900, height: 300, seed: 21 });
    const cover = { purpose: 'course_cover' } as const;
    const [a, b] = await Promise.all([world.ready(one, content, cover), world.ready(two, content, cover)]);
    expect(a.sizes.map(({ cid }) => cid)).toEqual(b.sizes.map(({ cid }) => cid));
    expect(a.sizes[0]!.cid).toMatch(/^bafkrei/);
    const counts = await world.ground.query<{ cid: string; ref_count: number }>('select cid, ref_count from territory_dk.files_blobs where cid = any($1) order by cid', [a.sizes.map(({ cid }) => cid)]);
    // 900 wide: medium and large are the same picture.
    expect(counts.map(({ ref_count }) => ref_count).sort()).toEqual([2, 4]);
    const url = world.links.public('DK', a.sizes[0]!.cid!);
    // Until something uses it, only the owner's own links show it.
    expect((await world.show(url)).problem).toBe('not_found');
    expect((await world.show(a.sizes[0]!.url)).status).toBe(200);
    await world.attach(one, [a.fileId], 'course:a', 'course_cover');
    const { files: [described] } = await world.attach(two, [b.fileId], 'course:b', 'course_cover');
    expect(described).toMatchObject({ urlsExpireAt: null, sizes: [{ url }, {}, {}] });
    const shown = await world.show(url);
    expect([shown.status, shown.headers['cache-control'], shown.headers['etag']]).toEqual([200, 'public, max-age=31536000, immutable', `"${a.sizes[0]!.cid}"`]);

    await erase(one, a.fileId);
    expect((await world.show(url)).bytes.equals(shown.bytes)).toBe(true);
    await world.sweep();
    expect((await world.show(url)).status).toBe(200);
    await erase(two, b.fileId);
    expect((await world.show(url)).problem).toBe('file_gone');
    expect(await world.ground.query('select 1 from territory_dk.files_blobs where cid = $1', [a.sizes[0]!.cid])).toHaveLength(0);
    // Who sends it again has a file of their own.
    const again = await world.ready(one, content, cover);
    await world.attach(one, [again.fileId], 'course:c', 'course_cover');
    expect((await world.show(url)).status).toBe(200);
  });

  it('of one territory is not shown by another', async () => {
    const as = await world.member();
    const { fileId, sizes } = await world.ready(as, await picture({ seed: 22 }), { purpose: 'course_cover' });
    await world.attach(as, [fileId], 'course:d', 'course_cover');
    const url = world.links.public('NO', sizes[0]!.cid!);
    expect((await world.show(url, {}, { territory: 'NO' })).problem).toBe('not_found');
    expect((await world.show(url)).status).toBe(200);
  });

  it('sent while its last owner erases it is there in the end', async () => {
    const content = await picture({ width: 300, height: 200, seed: 23 });
    for (let round = 0; round < 12; round++) {
      const [one, two] = [await world.member(), await world.member()];
      const first = await world.ready(one, content, { purpose: 'course_cover' });
      const { fileId } = await world.announce(two, content, { purpose: 'course_cover' });
      await world.sendAll(two, fileId, content);
      const [done] = await Promise.all([world.complete(two, fileId), erase(one, first.fileId), world.sweep()]);
      expect(done.status).toBe(200);
      for (const { url, bytes } of done.body.sizes) expect((await world.show(url)).bytes.byteLength).toBe(bytes);
      await erase(two, fileId);
    }
  });
});

describe('collecting', () => {
  it('erases after a day what was never completed, was refused or is used by nothing; and nothing else', async () => {
    const as = await world.member();
    const unfinished = (await world.announce(as, Buffer.alloc(100))).fileId;
    const refused = (await world.announce(as, Buffer.from('words'))).fileId;
    await world.sendAll(as, refused, Buffer.from('words'));
    await world.complete(as, refused);
    const unused = await world.ready(as, await picture({ seed: 31 }));
    const used = await world.ready(as, await picture({ seed: 32 }));
    await world.attach(as, [used.fileId], 'avatar:one');
    const released = await world.ready(as, await picture({ seed: 33 }));
    await world.attach(as, [released.fileId], 'avatar:two');
    world.clock.now += hours(23);
    expect(await world.release('DK', 'avatar:two')).toEqual({ released: 1 });
    await world.sweep();
    for (const fileId of [unfinished, refused]) expect((await world.call(files.getUpload, { as, params: { fileId } })).status).toBe(200);
    world.clock.now += hours(1.1);
    expect(await world.sweep()).toMatchObject({ erased: expect.any(Number) });
    for (const fileId of [unfinished, refused]) expect((await world.call(files.getUpload, { as, params: { fileId } })).problem.code).toBe('file_gone');
    expect((await get(as, unused.fileId)).problem.code).toBe('file_gone');
    await expectPublished(world.ground.client, files.fileErased, { fileId: unused.fileId, reason: 'unused' });
    expect(await world.ground.query(`select 1 from messaging.outbox where event = 'file.erased' and aggregate = $1`, [refused])).toHaveLength(0);
    expect((await get(as, used.fileId)).status).toBe(200);
    expect((await get(as, released.fileId)).status).toBe(200);
    world.clock.now += hours(23);
    await world.sweep();
    expect((await get(as, released.fileId)).problem.code).toBe('file_gone');
    expect((await get(as, used.fileId)).status).toBe(200);
    expect((await world.show(world.links.signed('DK', used.fileId, 'small'))).status).toBe(200);
  });

  it('leaves content alone that was stored a moment ago and is not referred to yet, and takes it after the grace period', async () => {
    const { ground, clock } = world;
    const as = await world.member();
    const { fileId } = await world.ready(as, await picture({ seed: 41 }));
    // As a process leaves it that died between storing and referring.
    await ground.query('delete from territory_dk.files_variants where file_id = $1', [fileId]);
    await ground.query('update territory_dk.files_blobs set ref_count = 0, unpinned_at = $2 where key_id = $1', [fileId, new Date(clock.now)]);
    const before = (await world.blocks()).size;
    clock.now += 3_599_000;
    await world.sweep();
    expect((await world.blocks()).size).toBe(before);
    clock.now += 2_000;
    await world.sweep();
    expect((await world.blocks()).size).toBe(before - 2);
    expect(await blobs(fileId)).toEqual([]);
  });

  it('never takes a block that another blob has', async () => {
    const { ground } = world;
    const as = await world.member();
    const kept = await world.ready(as, await picture({ seed: 51, width: 200, height: 200 }), { purpose: 'course_cover' });
    const [{ block }] = (await ground.query<{ block: string }>('select block from territory_dk.files_blocks where cid = $1', [kept.sizes[0]!.cid])) as [{ block: string }];
    // Other content that happens to share the block, and that nothing refers to any more.
    await ground.query(`insert into territory_dk.files_blobs (cid, class, bytes, created_at, unpinned_at) values ('bafyother', 'public', 1, now(), to_timestamp(0))`);
    await ground.query(`insert into territory_dk.files_blocks (cid, block) values ('bafyother', $1)`, [block]);
    expect((await world.sweep()).removed).toBe(1);
    expect((await world.show(kept.sizes[0]!.url)).status).toBe(200);
  });
});

describe('attaching', () => {
  it('takes all or none, own files of the purpose alone, and says why not', async () => {
    const [as, stranger] = [await world.member(), await world.member()];
    const own = await world.ready(as, await picture({ seed: 61 }));
    const theirs = await world.ready(stranger, await picture({ seed: 62 }));
    const media = await world.ready(as, await picture({ seed: 63 }), { purpose: 'lesson_media' });
    const unfinished = await world.announce(as, Buffer.alloc(5));
    const use = `avatar:${as.memberId}`;
    expect(await codeOf(world.attach(as, [own.fileId, theirs.fileId], use))).toBe('file_not_yours');
    expect(await codeOf(world.attach(as, [media.fileId], use))).toBe('file_purpose_wrong');
    expect(await codeOf(world.attach(as, [unfinished.fileId], use))).toBe('file_not_ready');
    expect(await codeOf(world.attach(as, [v7()], use))).toBe('file_gone');
    expect((await get(as, own.fileId)).body.attached).toBe(false);
    const attached = await world.attach(as, [own.fileId], use);
    expect(attached.files).toMatchObject([{ fileId: own.fileId, ownerId: as.memberId, width: 240, sizes: [{ size: 'small' }, { size: 'large' }] }]);
    expect((await world.attach(as, [own.fileId], use)).files).toEqual(attached.files);
    expect((await get(as, own.fileId)).body.attached).toBe(true);
    // In another territory it is no file at all.
    expect(await codeOf(world.rpc.call(files.attachFiles, 'NO', { fileIds: [own.fileId], ownerId: as.memberId, purpose: 'avatar', use }))).toBe('file_gone');
  });

  it('of what a use has already goes on whoever asks; releasing counts and keeps', async () => {
    const [author, editor] = [await world.member(), await world.member()];
    const media = await Promise.all([71, 72, 73].map((seed) => picture({ seed }).then((content) => world.ready(author, content, { purpose: 'lesson_media' }))));
    const ids = media.map(({ fileId }) => fileId);
    await world.attach(author, ids, 'course:v1', 'lesson_media');
    expect((await world.attach(editor, ids, 'course:v1', 'lesson_media')).files.map(({ fileId }) => fileId)).toEqual(ids);
    expect(await codeOf(world.attach(editor, ids, 'course:v2', 'lesson_media'))).toBe('file_not_yours');
    await world.attach(author, ids, 'course:v2', 'lesson_media');
    expect(await world.rpc.call(files.releaseFiles, 'DK', { use: 'course:v1', keep: [ids[0]!] })).toEqual({ released: 2 });
    expect(await world.rpc.call(files.releaseFiles, 'DK', { use: 'course:v1', keep: [ids[0]!] })).toEqual({ released: 0 });
    expect(await world.release('DK', 'course:v2', ids.slice(0, 2))).toEqual({ released: 2 });
    const { items } = (await world.call(files.listFiles, { as: author })).body;
    expect(ids.map((id) => items.find(({ fileId }) => fileId === id)!.attached)).toEqual([true, false, true]);
    expect(await world.release('DK', 'course:nothing')).toEqual({ released: 0 });
  });
});
