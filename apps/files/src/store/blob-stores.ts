import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory';
import { join } from 'node:path';
import type { FileClass } from '../db/uploads.table.ts';
import type { FilesConfig } from '../files.config.ts';
import { BlobStore } from './blob-store.ts';
import { BlockFolder } from './block-folder.ts';
import { StoreLock } from './store-lock.ts';

/** The pod's blockstore: a folder per territory, in it one for public and one for private blocks, so that neither can name the other's. */
@Injectable()
export class BlobStores implements OnModuleInit, OnApplicationShutdown {
  private readonly stores = new Map<string, BlobStore>();
  private lock: StoreLock | undefined;
  constructor(@Inject(CONFIG) private readonly config: FilesConfig) {}

  /** Takes the folder for this process. Throws StoreInUse. */
  async onModuleInit(): Promise<void> {
    this.lock = await StoreLock.take(this.config.blockstoreDir);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.lock?.release();
  }

  of(territory: string, kind: FileClass): BlobStore {
    const path = join(this.config.blockstoreDir, namesOf(territory).slug, kind);
    const known = this.stores.get(path) ?? new BlobStore(new BlockFolder(path));
    this.stores.set(path, known);
    return known;
  }
}
