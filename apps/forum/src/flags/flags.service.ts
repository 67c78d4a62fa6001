import { Inject, Injectable } from '@nestjs/common';
import { forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import type { ForumDb } from '../db/schema.ts';
import { HidingService } from '../hiding/hiding.service.ts';
import { PostsViews } from '../posts/posts.views.ts';
import { memberOf } from '../who.ts';
import { FlagWriter } from './flag-writer.ts';
import { whyNotFlag } from './flags.policy.ts';
import { FlagsViews } from './flags.views.ts';

type Body = RouteInput<typeof forum.flagPost>['body'];

@Injectable()
export class FlagsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly posts: PostsViews,
    private readonly hiding: HidingService,
    private readonly writer: FlagWriter,
    private readonly views: FlagsViews,
  ) {}

  /** Flags a post that the member may read. While the first flag is open, further ones of the same member are the same. */
  flag(call: MemberContext, postId: string, body: Body): Promise<RouteAnswer<typeof forum.flagPost>> {
    const who = memberOf(call);
    const find = async (): Promise<string> => (await this.posts.place(call.territory, postId)).category_id;
    return this.access.at(who, 'read', find, (categoryId) =>
      this.db.transact(call.territory, async (tx) => {
        const post = await this.hiding.lock(tx, postId, categoryId);
        const refusal = whyNotFlag(post, who.memberId);
        if (refusal) throw new Problem(refusal);
        return this.views.own(tx.db, who, await this.writer.write(tx, post, who.memberId, body));
      }),
    );
  }
}
