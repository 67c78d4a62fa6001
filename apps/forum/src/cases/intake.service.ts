import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { ForumTx } from '../db/schema.ts';
import type { JudgedPost } from '../hiding/hiding.service.ts';
import { CasesRepository } from './cases.repository.ts';

/** Puts work into the queue. Call it under the post's lock. */
@Injectable()
export class CaseIntake {
  constructor(
    private readonly repository: CasesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The open case of a flagged post, made with its first flag. */
  ofFlags(tx: ForumTx, post: JudgedPost): Promise<string> {
    return this.repository.openForFlags(tx, this.caseOf(post));
  }

  /** A case for another moderator than the one who decided; undefined when the decision was appealed before. */
  async ofAppeal(tx: ForumTx, post: JudgedPost, appealed: { decisionId: string; moderatorId: string }): Promise<string | undefined> {
    const made = this.caseOf(post);
    return (await this.repository.openForAppeal(tx, made, appealed)) ? made.caseId : undefined;
  }

  private caseOf(post: JudgedPost) {
    return { caseId: v7(), postId: post.id, topicId: post.topic_id, authorId: post.author_id, at: new Date(this.clock()) };
  }
}
