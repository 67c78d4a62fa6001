import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type UiLanguage } from '@unityplan/contracts';
import { CONFIG, DB, People, publicOrigin } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import { inCategories } from '../db/in-categories.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { ForumConfig } from '../forum.config.ts';
import { atomOf } from './atom.ts';

export type FeedTopic = Awaited<ReturnType<FeedsViews['topics']>>[number];

const mostTopics = 30;

/** Feeds are read by programs that are nobody: they hold what a guest sees, whoever asks. */
@Injectable()
export class FeedsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly people: People,
    @Inject(CONFIG) private readonly config: ForumConfig,
  ) {}

  async ofTerritory(territory: string, language: UiLanguage): Promise<string> {
    const within = await this.access.where({ territory, memberId: undefined }, 'read');
    const topics = await this.db.read(territory, async (reader) => {
      const all = within === 'all' ? (await reader.selectFrom('forum_categories').select('id').execute()).map(({ id }) => id) : within;
      return this.topics(reader, all);
    });
    return this.atom(territory, language, topics, undefined);
  }

  async ofCategory(territory: string, categoryId: string, language: UiLanguage): Promise<string> {
    await this.access.require({ territory, memberId: undefined }, categoryId, 'read');
    const { category, topics } = await this.db.read(territory, async (reader) => ({
      category: await reader.selectFrom('forum_categories').select(['id', 'slug', 'name_en', 'name_da', 'about_en', 'about_da']).where('id', '=', categoryId).executeTakeFirst(),
      topics: await this.topics(reader, [categoryId]),
    }));
    if (!category) throw new Problem(commonErrors.not_found);
    return this.atom(territory, language, topics, category);
  }

  private async atom(territory: string, language: UiLanguage, topics: FeedTopic[], category: Parameters<typeof atomOf>[0]['category']): Promise<string> {
    const personOf = await this.people.of(territory, topics.map(({ author_id }) => author_id));
    return atomOf({ origin: publicOrigin(this.config, territory), territory, language, category, topics, personOf });
  }

  /** The first posts of the topics with the latest activity, of each category by its index. */
  private async topics(reader: ForumReader, within: readonly string[]) {
    return reader
      .selectFrom('forum_categories as category')
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('forum_topics')
            .selectAll()
            .whereRef('category_id', '=', 'category.id')
            .orderBy('last_activity_at', 'desc')
            .orderBy('id', 'desc')
            .limit(mostTopics)
            .as('topic'),
        (join) => join.onTrue(),
      )
      .innerJoin('forum_posts as post', (join) => join.onRef('post.topic_id', '=', 'topic.id').on('post.number', '=', 1))
      .select([
        'topic.id', 'topic.slug', 'topic.title', 'topic.author_id', 'topic.created_at', 'topic.last_activity_at', 'category.slug as category_slug', 'category.name_en', 'category.name_da', 'post.html', 'post.excerpt',
        'post.hidden_by', 'post.deleted_at',
      ])
      .where(inCategories('category.id', within))
      .orderBy('topic.last_activity_at', 'desc')
      .orderBy('topic.id', 'desc')
      .limit(mostTopics)
      .execute();
  }
}
