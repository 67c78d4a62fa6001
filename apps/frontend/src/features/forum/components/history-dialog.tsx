import { useInfiniteQuery } from '@tanstack/react-query';
import type { Post } from '@unityplan/sdk';
import { cx, Dialog, LoadMore, RelativeTime, Skeleton, SkeletonList } from '@unityplan/ui';
import { Suspense, useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { lazyPart } from '../../../shared/lib/load-part.ts';
import { revisionsQuery } from '../api/get-revisions.ts';

const WordDiff = lazyPart(() => import('./word-diff.tsx'), 'WordDiff');

/** The texts a post has had, and what changed from one to the next. */
export function HistoryDialog({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(revisionsQuery(post.postId));
  const revisions = itemsOf(data, (each) => String(each.revision));
  const [chosenNumber, choose] = useState<number>();
  const chosen = revisions.find((each) => each.revision === chosenNumber) ?? revisions[0];
  const before = chosen && revisions[revisions.indexOf(chosen) + 1];
  const versionName = (revision: number) => (revision === 1 ? t('history.first') : t('history.version', { number: revision }));
  return (
    <Dialog title={t('history.title', { number: post.number })} closeLabel={common('close')} onClose={onEnd}>
      {isPending && <SkeletonList rows={2} label={common('loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {chosen && (
        <div className="flex flex-col gap-5">
          <ul aria-label={t('history.versions')} className="flex flex-col rounded-md border border-line">
            {revisions.map((each) => (
              <li key={each.revision} className="border-t border-line first:border-t-0">
                <button type="button" aria-pressed={each === chosen} onClick={() => choose(each.revision)} className={cx('flex min-h-11 w-full flex-wrap items-baseline gap-x-3 px-4 py-2 text-start', each === chosen ? 'bg-accent-soft' : 'hover:bg-sunken')}>
                  <span className="font-semibold">{versionName(each.revision)}</span>
                  <RelativeTime at={each.at} className="text-sm text-muted" />
                  {each.revision > 1 && <span className={cx('basis-full text-sm', !each.reason && 'text-muted')}>{each.reason ?? t('history.noReason')}</span>}
                </button>
              </li>
            ))}
            <LoadMore has={hasNextPage} busy={isFetchingNextPage} onLoad={() => void fetchNextPage()}>{t('history.older')}</LoadMore>
          </ul>
          <section aria-live="polite" aria-label={versionName(chosen.revision)}>
            {before ? (
              <Suspense fallback={<Skeleton className="w-3/4" />}>
                <WordDiff before={before.markdown} after={chosen.markdown} />
              </Suspense>
            ) : (
              <p className="leading-relaxed whitespace-pre-wrap">{chosen.markdown}</p>
            )}
          </section>
        </div>
      )}
    </Dialog>
  );
}
