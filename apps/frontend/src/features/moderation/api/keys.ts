import type { CaseState } from '@unityplan/sdk';

export interface CaseFilter {
  state: CaseState;
  kind?: 'flags' | 'appeal' | undefined;
  categoryId?: string | undefined;
}
export interface LogFilter {
  categoryId?: string | undefined;
  topicId?: string | undefined;
}

/** Everything below `own` is forgotten on signing out. */
export const moderationKeys = {
  cases: ['own', 'moderation', 'cases'] as const,
  casesOf: (filter: CaseFilter) => ['own', 'moderation', 'cases', filter] as const,
  case: (caseId: string) => ['own', 'moderation', 'case', caseId] as const,
  context: (topicId: string, number: number) => ['own', 'moderation', 'context', topicId, number] as const,
  sanctions: ['own', 'moderation', 'sanctions'] as const,
  flags: ['own', 'moderation', 'flags'] as const,
  log: (filter: LogFilter) => ['moderation', 'log', filter] as const,
  decision: (decisionId: string) => ['moderation', 'decision', decisionId] as const,
};
