import { Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem } from '@unityplan/contracts';
import type { z } from 'zod';
import { MovedMeanwhile } from '../access/access.views.ts';
import { DecisionsService, type Decided, type Moderator, type Ruling, type Telling } from '../decisions/decisions.service.ts';
import type { ForumTx } from '../db/schema.ts';
import { HidingRepository, type JudgedPost } from './hiding.repository.ts';

export type { JudgedPost } from './hiding.repository.ts';
/** What a moderator says with a decision, for everyone to read. */
export interface Verdict {
  readonly moderator: Moderator;
  readonly rule: z.infer<typeof forum.flagKind> | null;
  readonly reason: string;
}
/** What else changes with a decision, and is told of it. */
export interface Along {
  readonly change?: (decisionId: string, at: Date) => Promise<void>;
  readonly tellings?: readonly Telling[];
}

/** What events about a post carry. */
export const factsOf = (post: JudgedPost) => ({ postId: post.id, topicId: post.topic_id, categoryId: post.category_id, authorId: post.author_id, number: post.number });

/** Hides posts and shows them again, always by a decision. */
@Injectable()
export class HidingService {
  constructor(
    private readonly repository: HidingRepository,
    private readonly decisions: DecisionsService,
  ) {}

  /** The post under its lock. Throws MovedMeanwhile when it is no longer in the category in which the caller was found to be allowed (undefined: wherever it is). */
  async lock(tx: ForumTx, postId: string, categoryId: string | undefined): Promise<JudgedPost> {
    const post = await this.repository.lock(tx, postId);
    if (!post) throw new Problem(commonErrors.not_found);
    if (categoryId !== undefined && post.category_id !== categoryId) throw new MovedMeanwhile();
    return post;
  }

  /** The same for judging it, which nobody does about their own words. */
  async lockToJudge(tx: ForumTx, postId: string, categoryId: string, moderatorId: string): Promise<JudgedPost> {
    const post = await this.lock(tx, postId, categoryId);
    if (post.author_id === moderatorId) throw new Problem(forum.moderationErrors.moderation_of_own_post);
    return post;
  }

  hide(tx: ForumTx, post: JudgedPost, verdict: Verdict, { change, tellings = [] }: Along = {}): Promise<string> {
    if (post.hidden_by) throw new Problem(forum.moderationErrors.post_already_hidden);
    if (post.deleted_at) throw new Problem(forum.forumErrors.post_gone);
    const apply = async (decisionId: string, at: Date): Promise<void> => {
      await this.repository.setHiddenBy(tx, post.id, decisionId);
      await change?.(decisionId, at);
    };
    return this.decisions.record(tx, this.ruling(post, verdict, 'post_hidden'), apply, [[forum.postHidden, (decided) => ({ ...factsOf(post), ...decided })], ...tellings]);
  }

  /** A moderator's own change of mind, or (`along.tellings` first) a granted appeal. */
  show(tx: ForumTx, post: JudgedPost, verdict: Verdict, action: 'post_restored' | 'appeal_granted', { change, tellings = [] }: Along = {}): Promise<string> {
    if (!post.hidden_by) throw new Problem(forum.moderationErrors.post_not_hidden);
    const apply = async (decisionId: string, at: Date): Promise<void> => {
      await this.repository.setHiddenBy(tx, post.id, null);
      await change?.(decisionId, at);
    };
    const restored: Telling = [forum.postRestored, (decided: Decided) => ({ ...factsOf(post), ...decided, byAppeal: action === 'appeal_granted' })];
    return this.decisions.record(tx, { ...this.ruling(post, verdict, action), ...(action === 'appeal_granted' ? { appealedId: post.hidden_by } : {}) }, apply, [...tellings, restored]);
  }

  /** A decision about a post that leaves it as it is. */
  leave(tx: ForumTx, post: JudgedPost, verdict: Verdict, action: 'flags_dismissed' | 'appeal_upheld', { change, tellings = [] }: Along): Promise<string> {
    const appealed = action === 'appeal_upheld' && post.hidden_by ? { appealedId: post.hidden_by } : {};
    return this.decisions.record(tx, { ...this.ruling(post, verdict, action), ...appealed }, async (decisionId, at) => change?.(decisionId, at), tellings);
  }

  private ruling(post: JudgedPost, { moderator, rule, reason }: Verdict, action: Ruling['action']): Ruling {
    return { moderator, action, rule, reason, topicId: post.topic_id, postId: post.id, authorId: post.author_id };
  }
}
