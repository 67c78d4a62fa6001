import { useQueryClient } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { Suspense, useEffect } from 'react';
import { NarrowPage, PageHeading } from '../../shared/components/page.tsx';
import { ProblemState } from '../../shared/components/problem-state.tsx';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { isPartMissing, lazyPart } from '../../shared/lib/load-part.ts';
import { askFailedAgain, healMs, mayPass } from '../../shared/lib/query-client.ts';

/** While a page's code or texts are on their way. */
export function PagePending() {
  const { t } = useTranslation('common');
  return (
    <NarrowPage>
      <SkeletonList label={t('loading')} />
    </NarrowPage>
  );
}

/** What a page shows when it failed; the rest of the application goes on. When a part was away, it comes back by itself. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const client = useQueryClient();
  useEffect(() => {
    if (!mayPass(error)) return undefined;
    // A part that is gone was replaced by a new version: only a fresh page knows its name. Anything else is asked for out of sight first:
    // the page goes on from here only once there is something to show.
    const heal = isPartMissing(error) ? reloadWhenReachable : () => void askFailedAgain(client).then(() => router.invalidate(), () => undefined);
    const timer = setInterval(heal, healMs);
    return () => clearInterval(timer);
  }, [error, router, client]);
  return (
    <NarrowPage>
      <PageHeading title={t('problem.unexpected')}>{t('problem.unexpected')}</PageHeading>
      <ProblemState error={error} onRetry={() => { reset(); void router.invalidate(); }} />
    </NarrowPage>
  );
}

/** Loads the page anew, but never while the browser would only show that nobody answers. */
function reloadWhenReachable(): void {
  void fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(healMs) }).then(({ ok }) => { if (ok) location.reload(); }, () => undefined);
}

const Nowhere = lazyPart(() => import('./nowhere.tsx'), 'Nowhere');

/** An address without anything behind it; few see it, so it comes when it is needed. */
export function NotFoundPage() {
  return <Suspense><Nowhere /></Suspense>;
}
