import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ModerationCase } from '@unityplan/sdk';
import { Badge, cx, EmptyState, Icon, LoadMore, RelativeTime, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { casesQuery } from '../api/cases.ts';
import type { CaseFilter } from '../api/keys.ts';
import { flagCounts } from '../flag-counts.ts';

/** What waits for a moderator, or was decided. */
export function CaseList({ filter, categoryName }: { filter: CaseFilter; categoryName: (categoryId: string) => string }) {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(casesQuery(filter));
  const cases = itemsOf(query.data, (each) => each.caseId);
  if (query.isPending) return <SkeletonList rows={5} label={common('loading')} />;
  if (query.error && cases.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (cases.length === 0) return <div className="pt-4"><EmptyState title={t(`queue.empty.${filter.state}`)}>{t(`queue.empty.${filter.state}Text`)}</EmptyState></div>;
  return (
    <>
      <ul>{cases.map((each) => <Row key={each.caseId} item={each} category={categoryName(each.topic.categoryId)} />)}</ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('queue.more')}</LoadMore>
    </>
  );
}

function Row({ item, category }: { item: ModerationCase; category: string }) {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const { post, topic, claim, outcome } = item;
  return (
    <li className={cx('relative -mx-3 flex gap-3 rounded-md border-t border-line px-3 py-4 first:border-t-0 hover:bg-sunken', claim?.own && 'bg-accent-soft')}>
      <Icon name={item.kind === 'appeal' ? 'reply' : 'flag'} className="mt-1 text-muted" />
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {item.kind === 'appeal' ? <Badge tone="accent">{t('queue.appeal')}</Badge> : flagCounts(item.flags).map(({ kind, count }) => <Badge key={kind} tone="clay">{t('queue.flagCount', { rule: t(`rules.${kind}`), count })}</Badge>)}
          <span>{category}</span>
          <RelativeTime at={item.openedAt} />
        </p>
        <h2 dir="auto" className="text-lg leading-snug">
          <Link to="/moderation/cases/$caseId" params={{ caseId: item.caseId }} className="after:absolute after:inset-0 after:rounded-md hover:underline">
            {t('queue.postIn', { number: post.number, topic: topic.title })}
          </Link>
        </h2>
        <p className="text-sm text-muted">
          {t('queue.by', { name: nameOf(post.author) ?? common('formerMember') })}
          {claim && <> · <span className={claim.own ? 'font-semibold text-accent' : ''}>{claim.own ? t('claim.yours') : t('claim.by', { name: nameOf(claim.by) ?? common('formerMember') })}</span></>}
          {outcome && <> · {t(`actions.${outcome.action}`)}</>}
        </p>
      </div>
    </li>
  );
}
