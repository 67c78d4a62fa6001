import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Decision, DecisionAction } from '@unityplan/sdk';
import { Badge, EmptyState, Icon, LoadMore, RelativeTime, SkeletonList, type IconName } from '@unityplan/ui';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import type { LogFilter } from '../api/keys.ts';
import { logQuery } from '../api/log.ts';

const icons: Record<DecisionAction, IconName> = {
  post_hidden: 'eyeOff', post_restored: 'eye', flags_dismissed: 'check', appeal_granted: 'eye', appeal_upheld: 'eyeOff',
  topic_pinned: 'pin', topic_unpinned: 'pin', topic_closed: 'lock', topic_opened: 'unlock', topic_moved: 'move',
};

/** What moderators did, for everyone to read. */
export function LogList({ filter, categoryName }: { filter: LogFilter; categoryName: (categoryId: string) => string }) {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(logQuery(filter));
  const decisions = itemsOf(query.data, (each) => each.decisionId);
  if (query.isPending) return <SkeletonList rows={5} label={common('loading')} />;
  if (query.error && decisions.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (decisions.length === 0) return <EmptyState title={t('log.empty')}>{t('log.emptyText')}</EmptyState>;
  return (
    <>
      <ol>{decisions.map((each) => <Row key={each.decisionId} decision={each} categoryName={categoryName} />)}</ol>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('log.older')}</LoadMore>
    </>
  );
}

function Row({ decision, categoryName }: { decision: Decision; categoryName: (categoryId: string) => string }) {
  const { t } = useTranslation('moderation');
  const { action, by, at, rule, reason, topic, post, moved, appeal } = decision;
  return (
    <li className="relative -mx-3 flex gap-3 rounded-md border-t border-line px-3 py-4 first:border-t-0 hover:bg-sunken">
      <Icon name={icons[action]} className="mt-1 text-muted" />
      <div className="flex min-w-0 grow flex-col gap-1">
        <h2 className="font-sans text-base leading-snug font-semibold">
          <Link to="/moderation/log/$decisionId" params={{ decisionId: decision.decisionId }} className="after:absolute after:inset-0 after:rounded-md hover:underline">
            {t(`actions.${action}`)}{post && ` #${post.number}`}
          </Link>
        </h2>
        <p dir="auto" className="font-serif text-lg leading-snug">{topic.title}</p>
        {moved && <p className="text-sm">{t('log.moved', { from: categoryName(moved.fromCategoryId), to: categoryName(moved.toCategoryId) })}</p>}
        {reason && <p dir="auto">{reason}</p>}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {rule && <Badge tone="clay">{t(`rules.${rule}`)}</Badge>}
          <span>{t('by')} <PersonLink person={by} className="relative z-10 text-ink underline decoration-1 underline-offset-4" /></span>
          <RelativeTime at={at} />
          {appeal && appeal.state !== 'none' && <Badge>{t(`log.appeal.${appeal.state}`)}</Badge>}
        </p>
      </div>
    </li>
  );
}
