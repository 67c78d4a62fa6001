import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { FilesDb, FilesTx } from '../db/schema.ts';
import type { MadeSize } from '../pictures/picture-maker.ts';
import { sealSegments } from '../sealing/segments.ts';
import { SealedFiles } from '../sealing/sealed-files.ts';
import { buildBlob } from '../store/blob-store.ts';
import { BlobStores } from '../store/blob-stores.ts';
import { BlobsRepository, type StoredSize } from './blobs.repository.ts';
import type { OwnUpload } from './uploads.views.ts';

/** Puts pictures into the blockstore: first the rows, then the blocks, then the references, so that no death in between leaves a block that nobody knows of. */
@Injectable()
export class Storing {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly stores: BlobStores,
    private readonly sealed: SealedFiles,
    private readonly blobs: BlobsRepository,
  ) {}

  /** Private pictures become ciphertext under the file's own key; public ones stay what they are, and equal ones are the same blob. */
  async build(territory: string, upload: OwnUpload, made: readonly MadeSize[]): Promise<StoredSize[]> {
    const { key } = this.sealed.key(territory, upload.file_id, upload.wrapped);
    const sizes: StoredSize[] = [];
    for (const { size, width, height, content } of made) {
      const stored = upload.class === 'public' ? content : sealSegments(key, content, { fileId: upload.file_id, part: size });
      sizes.push({ size, width, height, bytes: content.byteLength, blob: await buildBlob(stored) });
    }
    return sizes;
  }

  /** Writes the blocks. Nothing refers to them yet. */
  async store(territory: string, upload: OwnUpload, sizes: readonly StoredSize[]): Promise<void> {
    const store = this.stores.of(territory, upload.class);
    const keyId = upload.class === 'public' ? null : upload.file_id;
    await store.exclusive(async () => {
      await this.db.transact(territory, (tx) => this.blobs.announce(tx, sizes, { class: upload.class, keyId, now: new Date(this.clock()) }));
      for (const { blob } of sizes) await store.write(blob);
    });
  }

  /** Refers to what was stored. Throws ContentGone when some of it was collected meanwhile. */
  refer(tx: FilesTx, fileId: string, sizes: readonly StoredSize[]): Promise<void> {
    return this.blobs.refer(tx, fileId, sizes);
  }
}
