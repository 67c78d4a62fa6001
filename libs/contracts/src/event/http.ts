import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, territoryId } from '../kernel/shapes.ts';

/**
 * A territory's word for its trail, at a moment. `root` is the RFC 9162 Merkle tree hash over the trail's entries 1 to `seq`, whose
 * leaves are the entries' hashes as bytes; the signature is over the RFC 8785 form of the fields other than itself and `publicKey`.
 */
export const checkpoint = z.object({
  territory: territoryId, seq: z.int().describe('Entries covered'), head: z.string().describe('SHA-256 of the last entry, hex'), root: z.string().describe('Merkle tree hash over all of them, hex'), at: instant,
  keyId: z.string().describe('First 16 hex digits of the SHA-256 of the public key'), signature: z.string().describe('Ed25519, base64url'),
  publicKey: z.string().describe('DER (SubjectPublicKeyInfo), base64url; whoever checks should know its keyId from elsewhere'),
});
/** Events whose entries anyone may look at: what moderators did. They name nobody; other entries show as hashes inside proofs only. */
export const shownEvents = ['topic.changed', 'post.hidden', 'post.restored', 'appeal.created', 'appeal.decided'] as const;
/**
 * One line of the trail. `hash` is the SHA-256 of the RFC 8785 form of {territory, seq, eventId, recordedAt, happenedAt, name,
 * aggregate, aggregateSeq, memberId, payloadHash, prevHash}, and `payloadHash` that of the event's payload.
 */
export const auditEntry = z.object({
  seq: z.int().describe('Place in the trail, from 1'), eventId: id, recordedAt: instant, happenedAt: instant, name: z.string(), aggregate: z.string(), aggregateSeq: z.int(),
  memberId: z.null().describe('Entries that are shown name nobody'), payloadHash: z.string(), prevHash: z.string().describe('Hash of the entry before'), hash: z.string(),
  inclusion: z.array(z.string()).nullable().describe('RFC 9162 inclusion path to the root of `checkpoint`, hex, from the leaf upwards; null while no checkpoint covers the entry'),
});

export const getCheckpoint = defineRoute({
  owner: 'event', id: 'getAuditCheckpoint', method: 'GET', path: '/audit/checkpoint', access: 'public',
  about: "The newest signed checkpoint of this territory's audit trail, for witnesses.", answer: checkpoint, errors: [commonErrors.not_found],
});
export const listAuditEntries = defineRoute({
  owner: 'event', id: 'listAuditEntries', method: 'GET', path: '/audit/entries', access: 'public',
  about: 'What the audit trail holds of the moderation of a topic (`aggregate`), newest first, each entry with the proof that the signed checkpoint covers it. A decision is covered some seconds after it was made.',
  query: pageQuery.extend({ aggregate: id }), answer: pageOf(auditEntry).extend({ territory: territoryId, checkpoint: checkpoint.nullable() }), errors: [commonErrors.cursor_invalid],
});
