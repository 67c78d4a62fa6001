import { Inject, Injectable } from '@nestjs/common';
import type { forum, RouteAnswer } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import type { ForumDb } from '../db/schema.ts';

@Injectable()
export class CategoriesViews {
  constructor(@Inject(DB) private readonly db: ForumDb) {}

  /** All categories in their own order. The latest activity is one step into an index per category, so posts need not keep it here. */
  async list(territory: string): Promise<RouteAnswer<typeof forum.listCategories>> {
    const rows = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('forum_categories as category')
        .leftJoinLateral(
          (eb) =>
            eb
              .selectFrom('forum_topics as topic')
              .select('topic.last_activity_at')
              .whereRef('topic.category_id', '=', 'category.id')
              .orderBy('topic.last_activity_at', 'desc')
              .limit(1)
              .as('latest'),
          (join) => join.onTrue(),
        )
        .selectAll('category')
        .select('latest.last_activity_at')
        .orderBy('category.position')
        .limit(100)
        .execute(),
    );
    return {
      items: rows.map((row) => ({
        categoryId: row.id,
        slug: row.slug,
        name: { en: row.name_en, da: row.name_da },
        about: { en: row.about_en, da: row.about_da },
        topicCount: row.topic_count,
        lastActivityAt: row.last_activity_at?.toISOString() ?? null,
      })),
    };
  }
}
