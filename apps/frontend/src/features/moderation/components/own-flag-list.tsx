import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, LoadMore, RelativeTime, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { ownFlagsQuery } from '../api/log.ts';

/** What the member flagged, and what came of it. */
export function OwnFlagList() {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(ownFlagsQuery);
  const flags = itemsOf(query.data, (each) => each.flagId);
  return (
    <section aria-labelledby="own-flags" className="flex flex-col gap-2">
      <h2 id="own-flags" className="text-xl">{t('own.flags')}</h2>
      {query.isPending && <SkeletonList rows={2} label={common('loading')} />}
      {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && flags.length === 0 && <p className="text-muted">{t('own.flagsEmpty')}</p>}
      <ul>
        {flags.map((flag) => (
          <li key={flag.flagId} className="flex flex-col gap-0.5 border-b border-line py-3">
            <Link dir="auto" to="/topics/$topicId/$slug" params={{ topicId: flag.topic.topicId, slug: flag.topic.slug }} hash={`post-${flag.postNumber}`} className="inline-flex min-h-6 items-center pointer-coarse:min-h-11 self-start font-semibold hover:underline">{flag.topic.title} #{flag.postNumber}</Link>
            <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
              <Badge tone={flag.outcome === 'open' ? 'plain' : 'accent'}>{t(`own.outcome.${flag.outcome}`)}</Badge>{t(`rules.${flag.kind}`)} <RelativeTime at={flag.decidedAt ?? flag.at} />
            </span>
            {flag.reason && <span dir="auto">{flag.reason}</span>}
          </li>
        ))}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('log.older')}</LoadMore>
    </section>
  );
}
