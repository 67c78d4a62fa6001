import { Inject, Injectable } from '@nestjs/common';
import { event as audit, eventKey, type EventEnvelope } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { EventTx } from '../db/schema.ts';
import { AuditRepository } from './audit.repository.ts';
import { canonicalHash, hashOf, type AuditEntry } from './chain.ts';
import { Checkpoints } from './checkpoints.service.ts';

/** Writes every event down, in one chain per territory. */
@Injectable()
export class Audit {
  constructor(
    private readonly repository: AuditRepository,
    private readonly checkpoints: Checkpoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Appends events in their order, behind each other in the chain. */
  async record(tx: EventTx, events: readonly EventEnvelope[]): Promise<void> {
    const head = await this.repository.lockHead(tx);
    const recordedAt = new Date(Math.max(this.clock(), head.recordedAt.getTime())).toISOString();
    const entries: AuditEntry[] = [];
    for (const event of events) {
      const before = entries.at(-1) ?? head;
      const entry = {
        seq: before.seq + 1,
        eventId: event.id.toLowerCase(),
        recordedAt,
        happenedAt: new Date(event.time).toISOString(),
        name: eventKey(event),
        aggregate: event.aggregate,
        aggregateSeq: event.seq,
        // What anyone may look at names nobody.
        memberId: isShown(event) ? null : memberOf(event.payload),
        payloadHash: canonicalHash(event.payload),
        prevHash: before.hash,
      };
      entries.push({ ...entry, hash: hashOf(tx.territory, entry) });
    }
    await this.repository.append(tx, entries);
    // Moderation can be checked soon after it happened; the rest waits for the clock.
    if (events.some(isShown)) tx.onCommit(() => this.checkpoints.soon(tx.territory));
  }
}

function isShown(event: Pick<EventEnvelope, 'name' | 'version'>): boolean {
  return (audit.shownEvents as readonly string[]).includes(eventKey(event));
}

/** Who did it, or whom it concerns. */
function memberOf(payload: unknown): string | null {
  const { memberId, authorId } = payload as { memberId?: unknown; authorId?: unknown };
  const found = memberId ?? authorId;
  return typeof found === 'string' ? found : null;
}
