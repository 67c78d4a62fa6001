import { queryOptions } from '@tanstack/react-query';
import type { AuditEntry, Checkpoint, Decision } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { canonicalHash } from '../verify/hashing.ts';
import { moderationKeys, type LogFilter } from './keys.ts';

/** What moderators did, newest first. */
export const logQuery = (filter: LogFilter) =>
  pagedQuery(moderationKeys.log(filter), (from, signal) => {
    const { categoryId, topicId } = filter;
    return sdk.listModerationLog({ query: { ...(categoryId ? { categoryId } : {}), ...(topicId ? { topicId } : {}), ...from }, signal });
  });

/** One decision. */
export const decisionQuery = (decisionId: string) =>
  queryOptions({ queryKey: moderationKeys.decision(decisionId), queryFn: ({ signal }) => sdk.getDecision({ params: { decisionId }, signal }) });

/** What moderators decided about the member's own posts and topics. */
export const sanctionsQuery = pagedQuery(moderationKeys.sanctions, (from, signal) => sdk.listOwnSanctions({ query: from, signal }));

/** What the member flagged, with the outcomes. */
export const ownFlagsQuery = pagedQuery(moderationKeys.flags, (from, signal) => sdk.listOwnFlags({ query: from, signal }));

/** The line of the audit trail that holds a decision, with the checkpoint it is proven against. Looked for anew each time. */
export async function findEntry(decision: Decision): Promise<{ entry: AuditEntry | undefined; territory: string; checkpoint: Checkpoint | null }> {
  const { audited } = decision;
  const payloadHash = audited ? await canonicalHash(audited.payload) : undefined;
  let cursor: string | undefined;
  for (;;) {
    const page = await sdk.listAuditEntries({ query: { aggregate: decision.topic.topicId, limit: 100, ...(cursor ? { cursor } : {}) } });
    const named = page.items.filter((entry) => entry.name === audited?.event);
    // A payload that was tampered with is found by the time of the decision, so that the check can say what is wrong.
    const entry = named.find((each) => each.payloadHash === payloadHash) ?? (page.next ? undefined : named.find((each) => each.happenedAt === decision.at));
    if (entry || !page.next) return { entry, territory: page.territory, checkpoint: page.checkpoint };
    cursor = page.next;
  }
}
