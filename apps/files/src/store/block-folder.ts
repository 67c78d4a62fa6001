import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FsBlockstore } from 'blockstore-fs';
import type { NextToLast } from 'blockstore-fs/sharding';
import { base32 } from 'multiformats/bases/base32';
import { CID } from 'multiformats/cid';
import { decode as decodeDigest } from 'multiformats/hashes/digest';

const rawCodec = 0x55;
const sha256Code = 0x12;

/** A block that is not there, or whose bytes are not those its name promises. Nothing of it is ever given out. */
export class BlockBroken extends Error {
  override readonly name = 'BlockBroken';
}

/** The name of a block: its multihash in base32. Blocks of equal bytes are one, whatever codec their CIDs name. */
export function blockName(cid: CID): string {
  return base32.encode(cid.multihash.bytes);
}

/** Blocks in a folder, written so that they survive a loss of power, and checked against their name whenever they are read. */
export class BlockFolder {
  private opened: ReturnType<BlockFolder['load']> | undefined;
  constructor(private readonly folder: string) {}

  async put(cid: CID, bytes: Uint8Array): Promise<void> {
    const { blocks, sharding } = await this.open();
    await blocks.put(cid, bytes);
    const { dir, file } = sharding.encode(cid);
    const path = join(this.folder, dir, file);
    for (const part of [path, dirname(path), this.folder]) await sync(part);
  }

  /** Throws BlockBroken. */
  async get(cid: CID): Promise<Uint8Array> {
    const { blocks } = await this.open();
    const parts: Uint8Array[] = [];
    try {
      for await (const part of blocks.get(cid)) parts.push(part);
    } catch (error) {
      throw new BlockBroken(`block ${blockName(cid)} cannot be read`, { cause: error });
    }
    const bytes = Buffer.concat(parts);
    const { code, digest } = cid.multihash;
    if (code !== sha256Code || !createHash('sha256').update(bytes).digest().equals(digest)) throw new BlockBroken(`block ${blockName(cid)} is not what its name promises`);
    return bytes;
  }

  /** Harmless when it is not there. */
  async remove(name: string): Promise<void> {
    const { blocks } = await this.open();
    await blocks.delete(CID.createV1(rawCodec, decodeDigest(base32.decode(name))));
  }

  private open() {
    if (this.opened) return this.opened;
    const opening = this.load();
    this.opened = opening;
    // What could not be opened is tried again by whoever comes next.
    opening.catch(() => (this.opened = undefined));
    return opening;
  }

  private async load(): Promise<{ blocks: FsBlockstore; sharding: NextToLast }> {
    const [{ FsBlockstore }, { NextToLast }] = await Promise.all([import('blockstore-fs'), import('blockstore-fs/sharding')]);
    const sharding = new NextToLast();
    const blocks = new FsBlockstore(this.folder, { shardingStrategy: sharding });
    await blocks.open();
    return { blocks, sharding };
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
