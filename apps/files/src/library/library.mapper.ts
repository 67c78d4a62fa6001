import type { files, RouteAnswer, RpcOutput } from '@unityplan/contracts';
import type { FileLinks } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import type { VariantsTable } from '../db/blobs.table.ts';
import type { UploadsTable } from '../db/uploads.table.ts';

export type ReadyRow = Pick<Selectable<UploadsTable>, 'file_id' | 'owner_id' | 'purpose' | 'class' | 'name_sealed' | 'alt_sealed' | 'created_at' | 'unused_since'> & { wrapped: string };
export type VariantRow = Selectable<VariantsTable>;
type Described = RpcOutput<typeof files.describeFiles>['files'][number];

/**
 * A file with its addresses. Public content is shown by its CID once something uses it; before that, and for private files always,
 * by links that end.
 */
export function toDescribed(territory: string, row: ReadyRow, variants: readonly VariantRow[], alt: string | null, links: FileLinks): Described {
  const byCid = row.class === 'public' && row.unused_since === null;
  const sizes = [...variants].sort((a, b) => a.width - b.width || order.indexOf(a.size) - order.indexOf(b.size)).map(({ size, width, height, bytes, cid }) => ({
    size, width, height, bytes, cid: row.class === 'public' ? cid : null, url: byCid ? links.public(territory, cid) : links.signed(territory, row.file_id, size),
  }));
  const { width, height } = sizes.at(-1)!;
  return {
    fileId: row.file_id, ownerId: row.owner_id, purpose: row.purpose, contentType: 'image/webp', alt, width, height, sizes,
    urlsExpireAt: byCid ? null : links.expiresAt().toISOString(),
  };
}

const order: readonly files.FileSize[] = ['small', 'medium', 'large'];

/** A file as its owner sees it. */
export function toStored(row: ReadyRow, described: Described, fileName: string): RouteAnswer<typeof files.getFile> {
  return { ...described, fileName, attached: row.unused_since === null, createdAt: row.created_at.toISOString() };
}
