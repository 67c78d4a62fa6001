import { CID } from 'multiformats/cid';
import { BlockBroken, blockName, type BlockFolder } from './block-folder.ts';
import { Exclusive } from './exclusive.ts';

/** Content as blocks, before it is stored: its root's CID (version 1) and every block by name. */
export interface BuiltBlob {
  readonly cid: string;
  readonly bytes: number;
  readonly blocks: ReadonlyMap<string, { readonly cid: CID; readonly bytes: Uint8Array }>;
}

const loaded: { unixfs?: Promise<typeof import('@helia/unixfs')> } = {};
const unixfsLib = () => (loaded.unixfs ??= import('@helia/unixfs'));

/** Cuts content into blocks of at most 1 MiB: UnixFS, CIDv1, raw leaves. The same content gives the same CID anywhere. */
export async function buildBlob(content: Uint8Array): Promise<BuiltBlob> {
  const { unixfs } = await unixfsLib();
  const blocks = new Map<string, { cid: CID; bytes: Uint8Array }>();
  const blockstore = {
    put: async (cid: CID, bytes: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => {
      const parts: Uint8Array[] = [];
      if (bytes instanceof Uint8Array) parts.push(bytes);
      else for await (const part of bytes) parts.push(part);
      blocks.set(blockName(cid), { cid, bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) });
      return cid;
    },
    has: (cid: CID) => blocks.has(blockName(cid)),
    get: function* (cid: CID) {
      const block = blocks.get(blockName(cid));
      if (!block) throw new BlockBroken(`block ${blockName(cid)} is missing`);
      yield block.bytes;
    },
  };
  const cid = await unixfs({ blockstore }).addBytes(content, { cidVersion: 1, rawLeaves: true });
  return { cid: cid.toString(), bytes: content.byteLength, blocks };
}

/** Stored content of one class in one territory. */
export class BlobStore {
  private readonly order = new Exclusive();
  constructor(private readonly folder: BlockFolder) {}

  /**
   * Runs work that adds or removes blocks together with their rows; one at a time, so that a block is never removed between the
   * row that needs it and its writing.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    return this.order.run(work);
  }

  /** Writes every block anew, also one that is there: it may be damaged. */
  async write(blob: BuiltBlob): Promise<void> {
    for (const { cid, bytes } of blob.blocks.values()) await this.folder.put(cid, bytes);
  }

  async remove(blockNames: readonly string[]): Promise<void> {
    for (const name of blockNames) await this.folder.remove(name);
  }

  /** Part of the content; every block is checked before any of it is given. Throws BlockBroken. */
  async *read(cid: string, range: { offset: number; length: number }): AsyncGenerator<Uint8Array> {
    const { unixfs } = await unixfsLib();
    const { folder } = this;
    const blockstore = {
      put: () => Promise.reject(new Error('reading writes nothing')),
      has: () => true,
      get: async function* (wanted: CID) {
        yield await folder.get(wanted);
      },
    };
    yield* unixfs({ blockstore }).cat(CID.parse(cid), range);
  }
}
