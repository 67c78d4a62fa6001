import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteInput } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import { PlacesViews } from '../access/places.views.ts';
import { Confidential } from '../confidential/confidential.service.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { PostsViews } from '../posts/posts.views.ts';
import { memberOf, type Member } from '../who.ts';
import { readPlace } from './drafts.policy.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { DraftsViews, type Draft, type DraftText } from './drafts.views.ts';

type Body = RouteInput<typeof forum.savePostDraft>['body'];
interface Belonging { readonly categoryId: string; readonly topicId: string | null }

@Injectable()
export class DraftsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly places: PlacesViews,
    private readonly posts: PostsViews,
    private readonly repository: DraftsRepository,
    private readonly views: DraftsViews,
    private readonly confidential: Confidential,
  ) {}

  /** Saves what was begun, when it was begun from what is stored. A repeated save (the answer was lost on the way) is the same save. */
  async save(call: MemberContext, place: string, { revision, ...text }: Body): Promise<Draft> {
    const who = memberOf(call);
    const { categoryId, topicId } = await this.belonging(who, place);
    await this.access.require(who, categoryId, 'read');
    return this.db.transact(call.territory, async (tx) => {
      const sealed = await this.confidential.seal(tx, who.memberId, 'forum_drafts', JSON.stringify(text));
      const draft = { member_id: who.memberId, place, topic_id: topicId, category_id: topicId === null ? categoryId : null, revision, sealed };
      if (!(await this.repository.save(tx, draft))) return this.earlier(tx, who, place, text);
      return this.views.saved(tx.db, who, place);
    });
  }

  /** Own words can always be thrown away, wherever they are. */
  async delete(call: MemberContext, place: string): Promise<void> {
    await this.db.transact(call.territory, (tx) => this.repository.delete(tx, call.member.memberId, place));
  }

  private async earlier(tx: ForumTx, who: Member, place: string, text: DraftText): Promise<Draft> {
    const draft = await this.views.saved(tx.db, who, place);
    if (draft.title === text.title && draft.markdown === text.markdown && draft.replyToPostId === text.replyToPostId) return draft;
    throw new Problem(forum.forumErrors.draft_changed_elsewhere, { draft });
  }

  /** Throws `not_found` for a place that does not exist, `not_author` for an edit of someone else's post. */
  private async belonging(who: Member, place: string): Promise<Belonging> {
    const { kind, id } = readPlace(place);
    if (kind === 'topic') return { categoryId: id, topicId: null };
    if (kind === 'reply') return { categoryId: await this.places.categoryOf(who.territory, id), topicId: id };
    const post = await this.posts.place(who.territory, id);
    if (post.author_id !== who.memberId) throw new Problem(forum.forumErrors.not_author);
    if (post.deleted_at) throw new Problem(commonErrors.not_found);
    return { categoryId: post.category_id, topicId: post.topic_id };
  }
}
