import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, files, Problem } from '@unityplan/contracts';
import { DB, FileLinks, type SignedLink } from '@unityplan/service-kit';
import type { FilesDb } from '../db/schema.ts';
import { SealedFiles } from '../sealing/sealed-files.ts';
import { openRange } from '../sealing/segments.ts';
import { BlobStores } from '../store/blob-stores.ts';
import type { ByteRange } from './byte-ranges.ts';

/** Content that may be shown to whoever asked. */
export interface Shown {
  readonly length: number;
  readonly etag: string;
  readonly cacheControl: string;
  read(range: ByteRange): AsyncIterable<Uint8Array>;
}

const { file_gone } = files.filesErrors;
const yearSeconds = 31_536_000;

@Injectable()
export class ServingViews {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    private readonly links: FileLinks,
    private readonly stores: BlobStores,
    private readonly sealed: SealedFiles,
  ) {}

  /** A file by a signed link. Throws not_found for a link that is forged or over, file_gone after erasure. */
  async signed(territory: string, link: SignedLink): Promise<Shown> {
    const left = this.links.remaining(territory, link);
    if (left === undefined) throw new Problem(commonErrors.not_found);
    const { fileId, size } = link;
    const row = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('files_uploads as upload')
        .leftJoin('files_keys as key', 'key.key_id', 'upload.file_id')
        .leftJoin('files_variants as variant', (join) => join.onRef('variant.file_id', '=', 'upload.file_id').on('variant.size', '=', size as files.FileSize))
        .select(['upload.state', 'upload.class', 'key.wrapped', 'variant.cid', 'variant.bytes'])
        .where('upload.file_id', '=', fileId)
        .executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    if (row.state === 'erased') throw new Problem(file_gone);
    const { cid, bytes, wrapped } = row;
    if (cid === null || bytes === null || wrapped === null) throw new Problem(commonErrors.not_found);
    const store = this.stores.of(territory, row.class);
    const part = { fileId, part: size, length: bytes };
    return {
      length: bytes,
      etag: `"${fileId}.${size}"`,
      cacheControl: `private, max-age=${Math.floor(left / 1000)}, immutable`,
      read: (range) =>
        row.class === 'public'
          ? store.read(cid, { offset: range.start, length: range.end - range.start })
          : openRange(this.sealed.key(territory, fileId, wrapped).key, part, range, (sealed) => store.read(cid, sealed)),
    };
  }

  /** Public content that something uses, by its CID. Throws not_found for what this territory does not show, file_gone after erasure. */
  async public(territory: string, cid: string): Promise<Shown> {
    const { shown, buried } = await this.db.read(territory, async (reader) => {
      const shown = await reader
        .selectFrom('files_blobs as blob')
        .select('blob.bytes')
        .where('blob.cid', '=', cid)
        .where('blob.class', '=', 'public')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('files_variants as variant')
              .innerJoin('files_uses as used', 'used.file_id', 'variant.file_id')
              .select('variant.file_id')
              .whereRef('variant.cid', '=', 'blob.cid'),
          ))
        .executeTakeFirst();
      const buried = shown ? undefined : await reader.selectFrom('files_tombstones').select('cid').where('cid', '=', cid).executeTakeFirst();
      return { shown, buried };
    });
    if (!shown) throw new Problem(buried ? file_gone : commonErrors.not_found);
    const store = this.stores.of(territory, 'public');
    return {
      length: shown.bytes,
      etag: `"${cid}"`,
      cacheControl: `public, max-age=${yearSeconds}, immutable`,
      read: (range) => store.read(cid, { offset: range.start, length: range.end - range.start }),
    };
  }
}
