import { Inject, Injectable } from '@nestjs/common';
import type { forum, RouteAnswer } from '@unityplan/contracts';
import { CLOCK, DB, People, type Clock } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import { gateColumns, gatesOf } from '../access/gates.policy.ts';
import { Explained } from '../access/explained.views.ts';
import type { Who } from '../who.ts';
import type { ForumDb } from '../db/schema.ts';
import { toTopic, topicPeople } from './topics.mapper.ts';
import { TopicsViews } from './topics.views.ts';

/** A topic as its own page shows it: with what the caller may do, and who closed it. */
@Injectable()
export class TopicPageViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly explained: Explained,
    private readonly topics: TopicsViews,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(who: Who, topicId: string): Promise<RouteAnswer<typeof forum.getTopic>> {
    const { topic, category, closure } = await this.db.read(who.territory, async (reader) => {
      const row = await this.topics.row(reader, who, topicId);
      return {
        topic: row,
        category: await reader.selectFrom('forum_categories').select(gateColumns).where('id', '=', row.category_id).executeTakeFirstOrThrow(),
        closure: row.closed_by ? await reader.selectFrom('forum_decisions').selectAll().where('id', '=', row.closed_by).executeTakeFirstOrThrow() : undefined,
      };
    });
    await this.access.require(who, topic.category_id, 'read');
    const [may] = await this.explained.may(who, [gatesOf(category)]);
    const personOf = await this.people.of(who.territory, [...topicPeople(topic), ...(closure ? [closure.moderator_id] : [])]);
    return {
      ...toTopic(topic, personOf, this.clock()),
      may: may!,
      closure: closure ? { decisionId: closure.id, at: closure.decided_at.toISOString(), by: personOf(closure.moderator_id), reason: closure.reason! } : null,
    };
  }
}
