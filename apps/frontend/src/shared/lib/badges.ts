import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '@unityplan/sdk';
import { sdk } from './sdk.ts';

/** A badge as it is listed. */
export type BadgeSummary = AnswerOf<'listBadges'>['items'][number];
/** What the evaluator decided about a rule, for the reader. */
export type AccessVerdict = AnswerOf<'checkOwnAccess'>;
/** One badge that a rule asks for and the reader lacks. */
export type Lacking = AccessVerdict['lacking'][number];

/** All badges that can be earned or given here (100 at most), by name. */
export const badgesQuery = queryOptions({
  queryKey: ['badges', 'active'],
  queryFn: async ({ signal }) => (await sdk.listBadges({ query: { limit: 100 }, signal })).items,
  staleTime: 5 * 60_000,
});
