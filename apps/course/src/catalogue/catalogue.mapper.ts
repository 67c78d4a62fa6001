import type { Person } from '@unityplan/contracts';
import { authorOf } from './author.policy.ts';
import type { Picture } from '../versions/versions.views.ts';
import type { CatalogueRow, Summary } from './catalogue.views.ts';

export function toSummary(row: CatalogueRow, personOf: (memberId: string) => Person, pictureOf: (fileId: string, stored: NonNullable<CatalogueRow['cover']>) => Picture | null): Summary {
  const { cover, ...summary } = row.summary;
  return {
    ...summary, courseId: row.id, slug: row.slug, cover: cover !== null && row.cover ? pictureOf(cover, row.cover) : null, author: authorOf(row.author_id, personOf),
    versionNumber: row.number, publishedAt: row.published_at.toISOString(), archived: row.archived_at !== null,
  };
}
