import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, EmptyState, LoadMore, Medal, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { managedBadgesQuery, type BadgeState } from '../api/badges.ts';

/** The badges of one state: those of the territory, and those that are the same everywhere. */
export function BadgeIndex({ state }: { state: BadgeState }) {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(managedBadgesQuery(state));
  const badges = itemsOf(query.data, (each) => each.badge);
  if (query.isPending) return <SkeletonList label={common('loading')} />;
  if (query.error && badges.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (badges.length === 0) return <div className="pt-4"><EmptyState title={t(`badge.empty.${state}`)} /></div>;
  return (
    <>
      <ul>
        {badges.map((badge) => (
          <li key={badge.badge} className="relative -mx-3 flex gap-4 rounded-md border-t border-line px-3 py-4 first:border-t-0 hover:bg-sunken">
            <Medal icon={badge.icon} colour={badge.colour} expired={state === 'archived'} className="mt-0.5" />
            <div className="min-w-0 grow">
              <h2 className="text-lg leading-snug">
                <Link to="/manage/badges/$badge" params={{ badge: badge.badge }} className="after:absolute after:inset-0 after:rounded-md hover:underline">{inLanguage(badge.name, language)}</Link>
              </h2>
              <p className="text-sm text-muted">{inLanguage(badge.about, language)}</p>
              <p className="pt-1"><Badge tone={badge.scope === 'territory' ? 'accent' : 'plain'}>{t(`badge.scope.${badge.scope}`)}</Badge></p>
            </div>
          </li>
        ))}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
    </>
  );
}
