import { Injectable } from '@nestjs/common';
import type { forum, PayloadOf } from '@unityplan/contracts';
import type { NotificationTx } from '../db/schema.ts';
import { SpreadsService } from './spreads.service.ts';
import { moderated, type PostHappening } from './happening.policy.ts';
import { TakingBackService } from './taking-back.service.ts';
import { TellingService } from './telling.service.ts';

/** What happens to posts: who is told, and what is taken back. */
@Injectable()
export class PostNewsService {
  constructor(
    private readonly telling: TellingService,
    private readonly takingBack: TakingBackService,
    private readonly spreads: SpreadsService,
  ) {}

  async posted(tx: NotificationTx, post: PostHappening): Promise<void> {
    if (await this.telling.tellPost(tx, post)) await this.spreads.begin(tx, post);
  }

  /** Those whom the edit mentions; who had been told of the post gets one more reason. */
  async edited(tx: NotificationTx, post: PostHappening): Promise<void> {
    if (post.mentionedIds.length === 0) return;
    // The post may still be spreading to the same members: one after the other.
    await this.spreads.oneAtATime(tx, post.postId);
    await this.telling.tellConcerned(tx, post);
  }

  async deleted(tx: NotificationTx, postId: string): Promise<void> {
    await this.spreads.end(tx, postId);
    await this.takingBack.remove(tx, postId, 'post', 'the post was deleted');
  }

  /** Others see it no more; its author learns that it was hidden, why, and how to appeal. */
  async hidden(tx: NotificationTx, { postId, authorId, moderatorId, decisionId, categoryId }: PayloadOf<typeof forum.postHidden>): Promise<void> {
    await this.spreads.hold(tx, postId, true);
    await this.takingBack.hide(tx, postId, true);
    await this.telling.tell(tx, moderated('post_hidden', decisionId, moderatorId, { categoryId }), [authorId], 'post_moderated');
  }

  /** When an appeal was granted, its decision tells the author. */
  async restored(tx: NotificationTx, { postId, authorId, moderatorId, decisionId, categoryId, byAppeal }: PayloadOf<typeof forum.postRestored>): Promise<void> {
    await this.spreads.hold(tx, postId, false);
    await this.takingBack.hide(tx, postId, false);
    if (!byAppeal) await this.telling.tell(tx, moderated('post_restored', decisionId, moderatorId, { categoryId }), [authorId], 'post_moderated');
  }
}
