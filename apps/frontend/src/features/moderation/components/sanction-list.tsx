import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Decision } from '@unityplan/sdk';
import { EmptyState, LoadMore, SkeletonList } from '@unityplan/ui';
import { AppealPart } from '../../../shared/components/appeal-part.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { moderationKeys } from '../api/keys.ts';
import { sanctionsQuery } from '../api/log.ts';
import { DecisionSummary } from './decision-summary.tsx';

/** What moderators decided about the member's own posts and topics, and how it can be appealed. */
export function SanctionList() {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(sanctionsQuery);
  const client = useQueryClient();
  const decisions = itemsOf(query.data, (each) => each.decisionId);
  const reload = () => void client.invalidateQueries({ queryKey: moderationKeys.sanctions });
  if (query.isPending) return <SkeletonList rows={3} label={common('loading')} />;
  if (query.error && decisions.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (decisions.length === 0) return <EmptyState title={t('own.empty')}>{t('own.emptyText')}</EmptyState>;
  return (
    <>
      <ul className="flex flex-col gap-8">{decisions.map((each) => <Sanction key={each.decisionId} decision={each} onChanged={reload} />)}</ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('log.older')}</LoadMore>
    </>
  );
}

function Sanction({ decision, onChanged }: { decision: Decision; onChanged: () => void }) {
  const { topic, post, appeal } = decision;
  return (
    <li className="flex flex-col gap-3">
      <h2 dir="auto" className="text-lg leading-snug">
        <Link to="/topics/$topicId/$slug" params={{ topicId: topic.topicId, slug: topic.slug }} {...(post ? { hash: `post-${post.number}` } : {})} className="hover:underline">{topic.title}{post && ` #${post.number}`}</Link>
      </h2>
      <DecisionSummary decision={decision} />
      {appeal && (appeal.possible || appeal.state !== 'none') && <AppealPart decisionId={decision.decisionId} state={appeal.state} until={appeal.until} onAppealed={onChanged} />}
    </li>
  );
}
