import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RpcInput, type RpcOutput } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import QuickLRU from 'quick-lru';
import type { ForumDb } from '../db/schema.ts';

const mostHints = 20_000;

/** Where topics are. */
@Injectable()
export class PlacesViews {
  private readonly hints = new QuickLRU<string, string>({ maxSize: mostHints });

  constructor(@Inject(DB) private readonly db: ForumDb) {}

  /** A topic's category as last seen: for writers, who find out under their lock whether it still is. Throws `not_found`. */
  async hint(territory: string, topicId: string): Promise<string> {
    return this.hints.get(`${territory} ${topicId}`) ?? (await this.categoryOf(territory, topicId));
  }

  forgetHint(territory: string, topicId: string): void {
    this.hints.delete(`${territory} ${topicId}`);
  }

  /** A topic's category now. Throws `not_found`. */
  async categoryOf(territory: string, topicId: string): Promise<string> {
    const topic = await this.db.read(territory, (reader) => reader.selectFrom('forum_topics').select('category_id').where('id', '=', topicId).executeTakeFirst());
    if (!topic) throw new Problem(commonErrors.not_found);
    this.hints.set(`${territory} ${topicId}`, topic.category_id);
    return topic.category_id;
  }

  /** For other services, read now: who has just heard of a change must not be told what was before. */
  async get(territory: string, { topicIds, categoryIds }: RpcInput<typeof forum.getPlaces>): Promise<RpcOutput<typeof forum.getPlaces>> {
    const [topics, categories] = await this.db.read(territory, (reader) =>
      Promise.all([
        topicIds.length === 0
          ? []
          : reader
              .selectFrom('forum_topics as topic')
              .innerJoin('forum_categories as category', 'category.id', 'topic.category_id')
              .select(['topic.id as topicId', 'topic.title', 'topic.slug', 'category.id as categoryId', 'category.gate_read as read', 'category.gate_moderate as moderate'])
              .where('topic.id', 'in', topicIds)
              .execute(),
        categoryIds.length === 0 ? [] : reader.selectFrom('forum_categories').select(['id as categoryId', 'gate_read as read', 'gate_moderate as moderate']).where('id', 'in', categoryIds).execute(),
      ]),
    );
    return { topics, categories };
  }
}
