import { forum } from '@unityplan/contracts';
import type { Telling } from '../decisions/decisions.service.ts';
import { factsOf, type JudgedPost } from '../hiding/hiding.service.ts';
import type { CaseRow } from './cases.repository.ts';

const mostFlaggers = 500;

/** What is told with the decision of a case: who flagged learns the outcome, and so does who appealed. */
export function alongCase(post: JudgedPost, item: Pick<CaseRow, 'id' | 'appealed_id'>, outcome: 'hide' | 'dismiss' | 'grant' | 'uphold', flaggerIds: readonly string[]): Telling[] {
  if (item.appealed_id !== null) {
    const appeal = { appealId: item.id, appealedDecisionId: item.appealed_id, outcome: outcome === 'grant' ? 'granted' : 'upheld' };
    return [[forum.appealDecided, (decided) => ({ ...factsOf(post), ...decided, ...appeal })]];
  }
  const groups = Array.from({ length: Math.ceil(flaggerIds.length / mostFlaggers) }, (_, i) => flaggerIds.slice(i * mostFlaggers, (i + 1) * mostFlaggers));
  return groups.map((group) => [
    forum.flagDecided,
    (decided) => ({ ...factsOf(post), ...decided, caseId: item.id, outcome: outcome === 'hide' ? 'hidden' : 'dismissed', flaggerIds: group }),
  ]);
}
