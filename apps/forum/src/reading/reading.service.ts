import { Inject, Injectable } from '@nestjs/common';
import { type forum, type RouteAnswer } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { Access, MovedMeanwhile } from '../access/access.views.ts';
import type { ForumDb } from '../db/schema.ts';
import { whoOf } from '../who.ts';
import { toReadState } from './read-state.policy.ts';
import { ReadingRepository } from './reading.repository.ts';

@Injectable()
export class ReadingService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly repository: ReadingRepository,
  ) {}

  /** Remembers how far a member has read, from whichever device tells of more. */
  async read(call: MemberContext, topicId: string, upTo: number): Promise<RouteAnswer<typeof forum.setReadState>> {
    const { memberId } = call.member;
    const { post_count, seen_up_to } = await this.access.inTopic(whoOf(call), 'read', topicId, (categoryId) =>
      this.db.transact(call.territory, async (tx) => {
        if (!(await this.repository.raise(tx, memberId, topicId, categoryId, upTo))) throw new MovedMeanwhile();
        return this.repository.state(tx, memberId, topicId);
      }),
    );
    return toReadState(post_count, seen_up_to)!;
  }

  async markCategory(call: MemberContext, categoryId: string): Promise<void> {
    await this.access.require(whoOf(call), categoryId, 'read');
    await this.db.transact(call.territory, (tx) => this.repository.mark(tx, call.member.memberId, categoryId));
  }
}
