import type { forum, RouteAnswer } from '@unityplan/contracts';
import { gatesOf } from '../access/gates.policy.ts';
import type { CategoryRow } from './categories.views.ts';

export type Category = RouteAnswer<typeof forum.listCategories>['items'][number];

/** Name and rules are for everyone; how much goes on inside is for those who may read. */
export function toCategory(row: CategoryRow, may: Category['may']): Category {
  const readable = may.read.allowed;
  return {
    categoryId: row.id,
    slug: row.slug,
    name: { en: row.name_en, da: row.name_da },
    about: { en: row.about_en, da: row.about_da },
    revision: row.revision,
    topicCount: readable ? row.topic_count : null,
    unreadTopics: readable ? row.unread_topics : null,
    lastActivityAt: readable ? (row.last_activity_at?.toISOString() ?? null) : null,
    gates: gatesOf(row),
    may,
  };
}
