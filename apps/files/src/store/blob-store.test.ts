import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CID } from 'multiformats/cid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BlockBroken, BlockFolder } from './block-folder.ts';
import { BlobStore, buildBlob, type BuiltBlob } from './blob-store.ts';

let folder: string;
let store: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  store = new BlobStore(new BlockFolder(folder));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const blocksOnDisk = async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.data'));
async function read({ cid, bytes }: BuiltBlob, range = { offset: 0, length: bytes }): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.read(cid, range)) parts.push(part);
  return Buffer.concat(parts);
}

it('names content by CIDv1 with raw leaves, the same everywhere', async () => {
  // Version 1, raw codec, SHA-256: made by hand with another program.
  expect((await buildBlob(Buffer.from('hello world'))).cid).toBe('bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e');
  expect((await buildBlob(Buffer.alloc(0))).cid).toBe('bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku');
  const large = await buildBlob(randomBytes(2_500_000));
  expect(CID.parse(large.cid)).toMatchObject({ version: 1, code: 0x70 });
  expect(large.blocks.size).toBe(4);
});

it.each([0, 1, 1_000_000, 1_048_576, 1_048_577, 3_200_000])('gives %i bytes back, and any part of them', async (length) => {
  const content = randomBytes(length);
  const blob = await buildBlob(content);
  await store.write(blob);
  expect((await read(blob)).equals(content)).toBe(true);
  if (length < 3) return;
  for (const [offset, part] of [[0, 1], [length - 1, 1], [Math.floor(length / 2), Math.floor(length / 3)], [1, length - 2]] as const)
    expect((await read(blob, { offset, length: part })).equals(content.subarray(offset, offset + part))).toBe(true);
});

it('gives no byte of a damaged or missing block', async () => {
  const blob = await buildBlob(randomBytes(2_000_000));
  await store.write(blob);
  for (const name of await blocksOnDisk()) {
    const path = join(folder, name);
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(path, bytes);
  }
  await expect(read(blob)).rejects.toThrow(BlockBroken);
  // Writing it again mends it.
  await store.write(blob);
  expect((await read(blob)).byteLength).toBe(2_000_000);
  await store.remove([...blob.blocks.keys()]);
  expect(await blocksOnDisk()).toEqual([]);
  await expect(read(blob)).rejects.toThrow();
  await store.remove([...blob.blocks.keys()]);
});

it('lets nobody in between', async () => {
  const seen: string[] = [];
  const slow = (name: string) => store.exclusive(async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error('b');
  });
  await Promise.allSettled([slow('a'), slow('b'), slow('c')]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('opens a folder that could not be opened before', async () => {
  const under = join(folder, 'under');
  await writeFile(under, 'in the way');
  const late = new BlobStore(new BlockFolder(join(under, 'blocks')));
  const blob = await buildBlob(randomBytes(10));
  await expect(late.write(blob)).rejects.toThrow();
  await rm(under);
  await late.write(blob);
});
