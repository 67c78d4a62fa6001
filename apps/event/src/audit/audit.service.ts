import { Inject, Injectable } from '@nestjs/common';
import { eventKey, type EventContract, type EventEnvelope } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { Tx } from '@unityplan/territory';
import type { EventDb } from '../db/schema.ts';
import { AuditRepository } from './audit.repository.ts';
import { canonicalHash, hashOf } from './chain.ts';

export type AuditTx = Tx<EventDb>;

/** Writes every event down, in one chain per territory. */
@Injectable()
export class Audit {
  constructor(
    private readonly repository: AuditRepository,
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
      memberId: memberOf(event.payload),
      payloadHash: canonicalHash(event.payload),
      prevHash: head.hash,
    };
    await this.repository.append(tx, { ...entry, hash: hashOf(tx.territory, entry) });
  }
}

/** Who did it, or whom it concerns. */
function memberOf(payload: unknown): string | null {
  const { memberId, authorId } = payload as { memberId?: unknown; authorId?: unknown };
  const found = memberId ?? authorId;
  return typeof found === 'string' ? found : null;
}
