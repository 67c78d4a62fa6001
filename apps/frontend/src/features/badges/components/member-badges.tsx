import { useInfiniteQuery } from '@tanstack/react-query';
import { LoadMore, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { memberBadgesQuery } from '../api/get-awards.ts';
import { BadgeState } from './badge-state.tsx';
import { BadgeTile } from './badge-tile.tsx';

/** The badges someone shows on their page. */
export function MemberBadges({ memberId }: { memberId: string }) {
  const { t } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(memberBadgesQuery(memberId));
  const shown = itemsOf(query.data, (one) => `${one.badge.badge} ${one.awardedAt}`);
  return (
    <section aria-labelledby="member-badges" className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 id="member-badges" className="text-xl">{t('member.title')}</h2>
      {query.isPending && <SkeletonList rows={1} label={common('loading')} />}
      {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && shown.length === 0 && <p className="text-muted">{t('member.empty')}</p>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {shown.map((one) => (
          <li key={`${one.badge.badge} ${one.awardedAt}`}>
            <BadgeTile badge={one.badge} level={one.level} faded={one.state === 'expired'}><BadgeState state={one.state} expiresAt={one.expiresAt} /></BadgeTile>
          </li>
        ))}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
    </section>
  );
}
