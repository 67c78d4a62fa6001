import type { AuditEntry, Checkpoint, Decision } from '@unityplan/sdk';
import { bytesOf, canonical, canonicalHash, fromBase64url, sha256, toHex } from './hashing.ts';
import { isIncluded } from './merkle.ts';

/** What is checked, in this order; each step stands on the ones before it. */
export const steps = ['words', 'entry', 'payload', 'hash', 'tree', 'signature', 'key'] as const;
type StepName = (typeof steps)[number];

/** `waiting`: nothing to check yet. `unable`: this browser cannot. */
export interface Step {
  name: StepName;
  outcome: 'passed' | 'failed' | 'waiting' | 'unable';
  /** What was compared, for whoever wants to check by other means. */
  expected?: string;
  found?: string;
}

export interface Evidence {
  decision: Decision;
  /** The line of the trail that holds this decision; undefined when there is none (yet). */
  entry: AuditEntry | undefined;
  territory: string;
  checkpoint: Checkpoint | null;
  /** The key this device saw the territory sign with before. */
  knownKeyId: string | undefined;
}

/** Checks by itself, trusting no one's word, that a decision stands in the audit trail as it is shown here. */
export async function verifyDecision({ decision, entry, territory, checkpoint, knownKeyId }: Evidence): Promise<Step[]> {
  const done: Step[] = [];
  const compare = (name: StepName, expected: string, found: string) => done.push({ name, expected, found, outcome: expected === found ? 'passed' : 'failed' });
  const { audited } = decision;
  const digest = audited?.payload['digest'];
  if (!audited || typeof digest !== 'string') done.push({ name: 'words', outcome: 'waiting' });
  else compare('words', digest, await canonicalHash(statementOf(decision)));

  if (!entry || !audited) return [...done, ...(['entry', 'payload', 'hash', 'tree', 'signature', 'key'] as const).map((name): Step => ({ name, outcome: 'waiting' }))];
  done.push({ name: 'entry', outcome: 'passed', found: String(entry.seq) });
  compare('payload', entry.payloadHash, await canonicalHash(audited.payload));
  const { seq, eventId, recordedAt, happenedAt, name, aggregate, aggregateSeq, memberId, payloadHash, prevHash } = entry;
  const computed = await canonicalHash({ territory, seq, eventId, recordedAt, happenedAt, name, aggregate, aggregateSeq, memberId, payloadHash, prevHash });
  compare('hash', entry.hash, computed);

  if (!checkpoint || !entry.inclusion) return [...done, ...(['tree', 'signature', 'key'] as const).map((name): Step => ({ name, outcome: 'waiting' }))];
  // The recomputed hash, so that a forged one cannot lean on somebody else's place in the tree.
  done.push({ name: 'tree', outcome: (await isIncluded(computed, seq, checkpoint.seq, entry.inclusion, checkpoint.root).catch(() => false)) ? 'passed' : 'failed', expected: checkpoint.root });
  done.push({ name: 'signature', outcome: await signatureOutcome(checkpoint, territory), found: checkpoint.signature });
  const keyId = toHex(await sha256(fromBase64url(checkpoint.publicKey))).slice(0, 16);
  done.push({ name: 'key', outcome: keyId !== checkpoint.keyId || (knownKeyId !== undefined && knownKeyId !== keyId) ? 'failed' : 'passed', found: keyId, ...(knownKeyId ? { expected: knownKeyId } : {}) });
  return done;
}

/** The public words of a decision in the form that its digest is taken of. */
export function statementOf(decision: Decision) {
  return {
    decisionId: decision.decisionId, action: decision.action, at: decision.at, moderatorId: decision.by.memberId, topicId: decision.topic.topicId,
    postId: decision.post?.postId ?? null, rule: decision.rule, reason: decision.reason,
  };
}

async function signatureOutcome({ publicKey, signature, ...claim }: Checkpoint, territory: string): Promise<Step['outcome']> {
  // A checkpoint of another territory says nothing about this one.
  if (claim.territory !== territory) return 'failed';
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('spki', fromBase64url(publicKey), 'Ed25519', false, ['verify']);
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? 'unable' : 'failed';
  }
  const holds = await crypto.subtle.verify('Ed25519', key, fromBase64url(signature), bytesOf(canonical(claim))).catch(() => false);
  return holds ? 'passed' : 'failed';
}
