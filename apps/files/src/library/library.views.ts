import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, files, Problem, type RouteAnswer, type RouteInput, type RpcOutput } from '@unityplan/contracts';
import { DB, decodeCursor, FileLinks, toPage, type MemberContext } from '@unityplan/service-kit';
import { z } from 'zod';
import type { FilesDb, FilesReader } from '../db/schema.ts';
import { SealedFiles } from '../sealing/sealed-files.ts';
import { refuseUnready } from '../uploads/uploads.policy.ts';
import { toDescribed, toStored, type ReadyRow, type VariantRow } from './library.mapper.ts';

/** Ids are in the order of their making. */
const place = z.tuple([z.uuid()]);
type Described = RpcOutput<typeof files.describeFiles>['files'][number];

@Injectable()
export class LibraryViews {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    private readonly links: FileLinks,
    private readonly sealed: SealedFiles,
  ) {}

  /** An own file. Throws not_found, file_not_ready, file_gone. */
  async own({ territory, member }: MemberContext, fileId: string): Promise<RouteAnswer<typeof files.getFile>> {
    const found = await this.db.read(territory, async (reader) => {
      const row = await reader.selectFrom('files_uploads').select(['state', 'owner_id']).where('file_id', '=', fileId).executeTakeFirst();
      if (row?.owner_id !== member.memberId) throw new Problem(commonErrors.not_found);
      refuseUnready(row);
      return this.ready(reader, [fileId]);
    });
    const [file] = this.stored(territory, found);
    // Erased between the two reads.
    if (!file) throw new Problem(files.filesErrors.file_gone);
    return file;
  }

  async list({ territory, member }: MemberContext, query: RouteInput<typeof files.listFiles>['query']): Promise<RouteAnswer<typeof files.listFiles>> {
    const { limit, purpose } = query;
    const list = `files ${member.memberId} ${purpose ?? ''}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const { page, found } = await this.db.read(territory, async (reader) => {
      let ids = reader.selectFrom('files_uploads').select('file_id').where('owner_id', '=', member.memberId).where('state', '=', 'ready');
      if (purpose) ids = ids.where('purpose', '=', purpose);
      if (cursor) ids = ids.where('file_id', backwards ? '>' : '<', cursor.values[0]);
      const rows = await ids.orderBy('file_id', backwards ? 'asc' : 'desc').limit(limit + 1).execute();
      const page = toPage(list, rows, limit, cursor, (row) => [row.file_id]);
      return { page, found: await this.ready(reader, page.rows.map((row) => row.file_id)) };
    });
    return { items: this.stored(territory, found), next: page.next, previous: page.previous };
  }

  /** Files that are ready, in the order asked for; others are left out. */
  async describe(territory: string, fileIds: readonly string[]): Promise<Described[]> {
    return this.described(territory, await this.db.read(territory, (reader) => this.ready(reader, fileIds)));
  }

  /** The same, within a transaction of the caller. */
  async describeIn(reader: FilesReader, territory: string, fileIds: readonly string[]): Promise<Described[]> {
    return this.described(territory, await this.ready(reader, fileIds));
  }

  private described(territory: string, found: readonly Found[]): Described[] {
    return found.map(({ row, variants }) => toDescribed(territory, row, variants, this.sealed.open(territory, row).alt, this.links));
  }

  private stored(territory: string, found: readonly Found[]) {
    return found.map(({ row, variants }) => {
      const { fileName, alt } = this.sealed.open(territory, row);
      return toStored(row, toDescribed(territory, row, variants, alt, this.links), fileName);
    });
  }

  private async ready(reader: FilesReader, fileIds: readonly string[]): Promise<Found[]> {
    if (!fileIds.length) return [];
    const rows = await reader
      .selectFrom('files_uploads')
      .innerJoin('files_keys', 'key_id', 'file_id')
      .select(['file_id', 'owner_id', 'purpose', 'class', 'name_sealed', 'alt_sealed', 'created_at', 'unused_since', 'wrapped'])
      .where('file_id', 'in', fileIds)
      .where('state', '=', 'ready')
      .execute();
    const variants = new Map<string, VariantRow[]>();
    for (const variant of await reader.selectFrom('files_variants').selectAll().where('file_id', 'in', fileIds).execute()) variants.set(variant.file_id, [...(variants.get(variant.file_id) ?? []), variant]);
    const byId = new Map(rows.map((row) => [row.file_id, row]));
    return [...new Set(fileIds)].flatMap((id) => {
      const [row, sizes] = [byId.get(id), variants.get(id)];
      return row && sizes ? [{ row, variants: sizes }] : [];
    });
  }
}

interface Found {
  readonly row: ReadyRow;
  readonly variants: readonly VariantRow[];
}
