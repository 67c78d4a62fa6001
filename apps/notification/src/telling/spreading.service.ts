import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { Audience } from '../neighbours/audience.views.ts';
import { CandidatesViews } from './candidates.views.ts';
import { TellingService } from './telling.service.ts';
import { SpreadsRepository, type Spread } from './spreads.repository.ts';

/** Most members told in one transaction. */
const chunk = 1_000;

/** Tells one part of a post's watchers at a time. The cursor and what was written commit together, so a crash loses and doubles nothing. */
@Injectable()
export class SpreadingService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: SpreadsRepository,
    private readonly candidates: CandidatesViews,
    private readonly audience: Audience,
    private readonly telling: TellingService,
  ) {}

  /** Tells the next watchers in order of ids. Answers false when it must wait: who may read is not known at present. */
  async tellSome(territory: string, spread: Spread): Promise<boolean> {
    const post = { postId: spread.post_id, topicId: spread.topic_id, categoryId: spread.category_id, number: spread.post_number, actorId: spread.actor_id };
    const candidates = await this.db.read(territory, (reader) => this.candidates.watchers(reader, post, spread.cursor, chunk));
    let readers: ReadonlySet<string>;
    try {
      readers = await this.audience.readers(territory, post.categoryId, candidates.map(({ memberId }) => memberId));
    } catch (error) {
      await this.db.transact(territory, (tx) => this.repository.postpone(tx, spread, error instanceof Error ? error.message.slice(0, 200) : 'unknown'));
      return false;
    }
    await this.db.transact(territory, async (tx) => {
      const taken = await this.repository.take(tx, spread);
      if (!taken) return;
      const others = candidates.filter(({ memberId }) => memberId !== post.actorId);
      const told = await this.telling.tellCandidates(tx, post, others, new Map(), spread.id, readers);
      await this.repository.advance(tx, spread.id, candidates.length < chunk ? null : candidates.at(-1)!.memberId, told);
    });
    return true;
  }
}
