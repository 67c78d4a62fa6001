import { Inject, Injectable } from '@nestjs/common';
import { notification } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, CONFIG, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { Kind } from '../db/notifications.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { Audience } from '../neighbours/audience.views.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { CandidatesViews } from './candidates.views.ts';
import { concerned, deliveryOf, postDelivery, postHappening, type Candidate, type Delivery, type Happening, type PostHappening } from './happening.policy.ts';
import { TellingRepository, type Told } from './telling.repository.ts';
import type { Why } from './why.policy.ts';

/** Up to so many watchers are told with the event itself; more by a job of their own, so that nothing waits for them. */
const mostInline = 50;

/** Tells members what concerns them, in the transaction that records the event. */
@Injectable()
export class TellingService {
  constructor(
    @Inject(CONFIG) private readonly config: NotificationConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly candidates: CandidatesViews,
    private readonly repository: TellingRepository,
    private readonly audience: Audience,
    private readonly outbox: Outbox,
    private readonly workers: Workers,
  ) {}

  /** Tells those whom a post concerns, and its watchers when they are few. Answers true when they are not: then a spread must tell them. */
  async tellPost(tx: NotificationTx, post: PostHappening): Promise<boolean> {
    const direct = concerned(post);
    const known = await this.candidates.around(tx.db, post, [...direct.keys()], mostInline);
    const watchers = known.filter(({ memberId }) => memberId !== post.actorId && !direct.has(memberId));
    const many = watchers.length > mostInline;
    await this.tellCandidates(tx, post, known.filter(({ memberId }) => direct.has(memberId) || (!many && memberId !== post.actorId)), direct, v7());
    return many;
  }

  /** Tells those alone whom a post concerns by itself. */
  async tellConcerned(tx: NotificationTx, post: PostHappening): Promise<void> {
    const direct = concerned(post);
    const known = await this.candidates.around(tx.db, post, [...direct.keys()], 0);
    await this.tellCandidates(tx, post, known.filter(({ memberId }) => direct.has(memberId)), direct, v7());
  }

  /** Tells some of a post. Answers how many were told just now. `spreadId` names what they are part of; `mayRead` when that is known. */
  async tellCandidates(tx: NotificationTx, post: Omit<PostHappening, 'mentionedIds' | 'answeredIds'>, candidates: readonly Candidate[], direct: ReadonlyMap<string, Why[]>, spreadId: string, mayRead?: ReadonlySet<string>): Promise<number> {
    const deliveries = candidates.flatMap((candidate) => postDelivery(candidate, direct.get(candidate.memberId) ?? [], post.categoryId) ?? []);
    const readers = mayRead ?? (await this.audience.readersIfKnown(tx.territory, post.categoryId, deliveries.map(({ memberId }) => memberId)));
    return this.deliver(tx, postHappening(post), deliveries.filter(({ memberId }) => readers.has(memberId)), spreadId);
  }

  /** Tells members something for one reason each. */
  async tell(tx: NotificationTx, happening: Happening, memberIds: readonly string[], why: Why): Promise<void> {
    if (memberIds.length === 0) return;
    const known = await this.candidates.of(tx.db, [...new Set(memberIds)]);
    await this.deliver(tx, happening, known.flatMap((candidate) => deliveryOf(candidate, [why]) ?? []), v7());
  }

  private async deliver(tx: NotificationTx, happening: Happening, deliveries: readonly Delivery[], spreadId: string): Promise<number> {
    const told = await this.repository.tell(tx, happening, deliveries, new Date(this.clock() + this.config.pushDelayMs));
    await this.announce(tx, happening.kind, told, spreadId);
    tx.onCommit(() => {
      if (deliveries.some(({ mail }) => mail === 'instant')) this.workers.wake('mail', tx.territory);
      if (deliveries.some(({ mail }) => mail === 'digest')) this.workers.wake('digests', tx.territory);
      if (deliveries.some(({ push }) => push)) this.workers.wake('push', tx.territory, this.config.pushDelayMs);
    });
    return told.filter(({ fresh }) => fresh).length;
  }

  /** One event, however many were told: each costs more than all the rows. */
  private async announce(tx: NotificationTx, kind: Kind, told: readonly Told[], spreadId: string): Promise<void> {
    const listed = told.filter(({ fresh, notificationId }) => fresh && notificationId !== null);
    const [first] = listed;
    if (!first) return;
    if (listed.length === 1) await this.outbox.publish(tx, notification.notificationCreated, { notificationId: first.notificationId!, memberId: first.memberId, kind });
    else await this.outbox.publish(tx, notification.notificationSpread, { spreadId, memberIds: listed.map(({ memberId }) => memberId), kind });
  }
}
