import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One line of the audit trail. Everything but `hash` goes into the hash, and so does the territory. */
export interface AuditEntry {
  readonly seq: number;
  readonly eventId: string;
  /** ISO 8601 with milliseconds. */
  readonly recordedAt: string;
  readonly happenedAt: string;
  readonly name: string;
  readonly aggregate: string;
  readonly aggregateSeq: number;
  readonly memberId: string | null;
  readonly payloadHash: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** What the first entry follows on. */
export const firstHash = '0'.repeat(64);

/** SHA-256 of a value's RFC 8785 form, hex. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalize(value)!).digest('hex');
}

export function hashOf(territory: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, eventId, recordedAt, happenedAt, name, aggregate, aggregateSeq, memberId, payloadHash, prevHash } = entry;
  return canonicalHash({ territory, seq, eventId, recordedAt, happenedAt, name, aggregate, aggregateSeq, memberId, payloadHash, prevHash });
}
