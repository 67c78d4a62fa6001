import { createHash } from 'node:crypto';
import type { forum } from '@unityplan/contracts';
import canonicalize from 'canonicalize';
import type { z } from 'zod';

const appealDays = 14;

/** How long the author of a hidden post can ask for another look. */
export function appealableUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + appealDays * 86_400_000);
}

/** What the audit trail keeps of a decision's words: SHA-256 (hex) of their RFC 8785 form. */
export function digestOf(statement: z.infer<typeof forum.decisionStatement>): string {
  return createHash('sha256').update(canonicalize(statement)!).digest('hex');
}
