import { Inject, Injectable } from '@nestjs/common';
import { event as audit, eventKey, type EventContract, type EventEnvelope } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { Tx } from '@unityplan/territory';
import type { EventDb } from '../db/schema.ts';
import { AuditRepository } from './audit.repository.ts';
import { canonicalHash, hashOf } from './chain.ts';
import { Checkpoints } from './checkpoints.service.ts';

export type AuditTx = Tx<EventDb>;

/** Writes every event down, in one chain per territory. */
@Injectable()
export class Audit {
  constructor(
    private readonly repository: AuditRepository,
    private readonly checkpoints: Checkpoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(tx: AuditTx, contract: EventContract, event: EventEnvelope): Promise<void> {
    const head = await this.repository.lockHead(tx);
    const entry = {
      seq: head.seq + 1,
      eventId: event.id.toLowerCase(),
      recordedAt: new Date(Math.max(this.clock(), head.recordedAt.getTime())).toISOString(),
      happenedAt: new Date(event.time).toISOString(),
      name: eventKey(contract),
      aggregate: event.aggregate,
      aggregateSeq: event.seq,
      // What anyone may look at names nobody.
      memberId: isShown(contract) ? null : memberOf(event.payload),
      payloadHash: canonicalHash(event.payload),
      prevHash: head.hash,
    };
    await this.repository.append(tx, { ...entry, hash: hashOf(tx.territory, entry) });
    // Moderation can be checked soon after it happened; the rest waits for the clock.
    if (isShown(contract)) tx.onCommit(() => this.checkpoints.soon(tx.territory));
  }
}

function isShown(contract: EventContract): boolean {
  return (audit.shownEvents as readonly string[]).includes(eventKey(contract));
}

/** Who did it, or whom it concerns. */
function memberOf(payload: unknown): string | null {
  const { memberId, authorId } = payload as { memberId?: unknown; authorId?: unknown };
  const found = memberId ?? authorId;
  return typeof found === 'string' ? found : null;
}
