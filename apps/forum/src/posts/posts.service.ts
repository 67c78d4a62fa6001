import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { Access, MovedMeanwhile } from '../access/access.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { ForumMetrics } from '../events.ts';
import { factsOf } from '../hiding/hiding.service.ts';
import { whoOf } from '../who.ts';
import { WritingService, type WrittenText } from '../writing/writing.service.ts';
import { newlyMentioned, whyNotDelete, whyNotEdit } from './posts.policy.ts';
import { PostsRepository, type LockedPost } from './posts.repository.ts';
import { PostsViews } from './posts.views.ts';

type Body = RouteInput<typeof forum.editPost>['body'];

@Injectable()
export class PostsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly repository: PostsRepository,
    private readonly views: PostsViews,
    private readonly writing: WritingService,
    private readonly outbox: Outbox,
    private readonly metrics: ForumMetrics,
  ) {}

  /** Changes the text; what it was stays in the history. Saving the same text again changes nothing but that its draft is gone. Asks for what writing it asked for. */
  async edit(call: MemberContext, postId: string, body: Body): Promise<RouteAnswer<typeof forum.getPost>> {
    const who = whoOf(call);
    const found = await this.views.place(call.territory, postId);
    const row = await this.access.at(who, found.number === 1 ? 'create' : 'reply', async () => (await this.views.place(call.territory, postId)).category_id, async (categoryId) => {
      const text = await this.writing.write(call.territory, postId, body.markdown);
      return this.db.transact(call.territory, async (tx) => {
        const post = await this.own(tx, postId, call.member.memberId, whyNotEdit);
        if (post.category_id !== categoryId) throw new MovedMeanwhile();
        if (post.markdown === text.markdown) await this.repository.dropDraft(tx, post, body.draftRevision);
        else await this.replace(tx, post, body, text);
        return (await this.views.row(tx.db, who, postId))!;
      });
    });
    return this.views.present(who, row);
  }

  /** Leaves a marker in the place of a post. Harmless when it is one already. */
  async delete(call: MemberContext, postId: string): Promise<void> {
    await this.db.transact(call.territory, async (tx) => {
      const post = await this.own(tx, postId, call.member.memberId, whyNotDelete);
      if (post.deleted_at) return;
      await this.repository.markDeleted(tx, postId);
      await this.outbox.publish(tx, forum.postDeleted, factsOf(post));
      tx.onCommit(() => this.metrics.postChanged('delete'));
    });
  }

  private async own(tx: ForumTx, postId: string, memberId: string, whyNot: typeof whyNotEdit): Promise<LockedPost> {
    const post = await this.repository.lock(tx, postId);
    if (!post) throw new Problem(commonErrors.not_found);
    const refusal = whyNot(post, memberId);
    if (refusal) throw new Problem(refusal);
    return post;
  }

  private async replace(tx: ForumTx, post: LockedPost, { revision: read, reason, draftRevision }: Body, text: WrittenText): Promise<void> {
    if (post.revision !== read) throw new Problem(forum.forumErrors.post_changed_meanwhile, { revision: post.revision });
    const newlyMentionedIds = newlyMentioned(post.mentioned_ids, text.mentionedIds);
    const revision = await this.repository.replaceText(tx, post, { text, reason: reason ?? null, newlyMentionedIds, draftRevision });
    await this.outbox.publish(tx, forum.postEdited, { ...factsOf(post), revision, newlyMentionedIds });
    tx.onCommit(() => this.metrics.postChanged('edit'));
  }
}
