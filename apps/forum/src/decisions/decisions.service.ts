import { Inject, Injectable } from '@nestjs/common';
import { event as audit, eventKey, type EventContract, type forum } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { ForumTx } from '../db/schema.ts';
import { ForumMetrics } from '../events.ts';
import { digestOf } from './decisions.policy.ts';
import { DecisionsRepository } from './decisions.repository.ts';

/** Who decides, and the badge that lets them. */
export interface Moderator {
  readonly memberId: string;
  readonly role: string | null;
}

/** A decision as it is made. `authorId` is whom it concerns: who wrote the post, or opened the topic. */
export interface Ruling {
  readonly moderator: Moderator;
  readonly action: z.infer<typeof forum.decisionAction>;
  readonly rule: z.infer<typeof forum.flagKind> | null;
  readonly reason: string | null;
  readonly topicId: string;
  readonly postId: string | null;
  readonly authorId: string;
  readonly moved?: { readonly fromCategoryId: string; readonly toCategoryId: string };
  readonly appealedId?: string;
}

/** What every event of a decision carries. */
export interface Decided {
  readonly decisionId: string;
  readonly moderatorId: string;
  readonly digest: string;
}
/** An event to publish with a decision. */
export type Telling = readonly [contract: EventContract, payloadOf: (decided: Decided) => Record<string, unknown>];

/** Writes decisions down, for good and for all to see. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly repository: DecisionsRepository,
    private readonly outbox: Outbox,
    private readonly metrics: ForumMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records a decision, has `change` apply it, and publishes its events in order; the audit trail shows the first. Call it under the
   * lock of what it is about. Answers its id.
   */
  async record(tx: ForumTx, ruling: Ruling, change: (decisionId: string, at: Date) => Promise<void>, tellings: readonly Telling[]): Promise<string> {
    const { moderator, action, rule, reason, topicId, postId } = ruling;
    const decisionId = v7();
    const at = new Date(this.clock());
    const moderatorId = moderator.memberId;
    const digest = digestOf({ decisionId, action, at: at.toISOString(), moderatorId, topicId, postId, rule, reason });
    const told = tellings.map(([contract, payloadOf]) => [contract, payloadOf({ decisionId, moderatorId, digest })] as const);
    const shown = told.find(([contract]) => (audit.shownEvents as readonly string[]).includes(eventKey(contract)));
    await this.repository.insert(tx, {
      id: decisionId, action, decided_at: at, moderator_id: moderatorId, role: moderator.role, rule, reason, topic_id: topicId, post_id: postId, author_id: ruling.authorId,
      from_category_id: ruling.moved?.fromCategoryId ?? null, to_category_id: ruling.moved?.toCategoryId ?? null, appealed_id: ruling.appealedId ?? null,
      event: shown ? eventKey(shown[0]) : null, payload: shown ? shown[1] : null,
    });
    await change(decisionId, at);
    for (const [contract, payload] of told) await this.outbox.publish(tx, contract, payload);
    tx.onCommit(() => this.metrics.decided(action));
    return decisionId;
  }
}
