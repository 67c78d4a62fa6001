import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { EmptyState, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { awardsQuery } from '../api/get-awards.ts';
import { BadgeTile } from './badge-tile.tsx';

/** All badges; for a member those that they do not hold. */
export function BadgeList({ member }: { member: boolean }) {
  const { t } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const { data, error, refetch, isPending } = useQuery(badgesQuery);
  const awards = itemsOf(useInfiniteQuery({ ...awardsQuery, enabled: member }).data, (award) => award.awardId);
  const held = new Set(awards.map((award) => award.badge.badge));
  const others = data?.filter((badge) => !held.has(badge.badge));
  return (
    <section aria-labelledby="other-badges" className="flex flex-col gap-3">
      <h2 id="other-badges" className="text-xl">{t(member ? 'others' : 'all')}</h2>
      {isPending && <SkeletonList rows={3} label={common('loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {others?.map((badge) => <li key={badge.badge}><BadgeTile badge={badge} /></li>)}
      </ul>
    </section>
  );
}
