import { useInfiniteQuery } from '@tanstack/react-query';
import { LoadMore, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { awardsQuery } from '../api/get-awards.ts';
import { newestAwards } from '../api/newest-awards.ts';
import { BadgeState } from './badge-state.tsx';
import { BadgeTile } from './badge-tile.tsx';

/** What the member holds and held, each badge once, with its state. */
export function OwnBadges() {
  const { t } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(awardsQuery);
  const awards = newestAwards(itemsOf(query.data, (award) => award.awardId));
  return (
    <section aria-labelledby="own-badges" className="flex flex-col gap-3">
      <h2 id="own-badges" className="text-xl">{t('own')}</h2>
      {query.isPending && <SkeletonList rows={2} label={common('loading')} />}
      {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && awards.length === 0 && <p className="text-muted">{t('ownEmpty')}</p>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {awards.map((award) => (
          <li key={award.awardId}>
            <BadgeTile badge={award.badge} level={award.level} faded={award.state !== 'valid'}><BadgeState state={award.state} expiresAt={award.expiresAt} /></BadgeTile>
          </li>
        ))}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
    </section>
  );
}
