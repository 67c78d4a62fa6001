import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NarrowPage, PageHeading } from '../../shared/components/page.tsx';
import { ProblemState } from '../../shared/components/problem-state.tsx';
import { healMs, mayPass } from '../../shared/lib/query-client.ts';

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
  useEffect(() => {
    if (!mayPass(error)) return undefined;
    const timer = setInterval(() => void router.invalidate(), healMs);
    return () => clearInterval(timer);
  }, [error, router]);
  return (
    <NarrowPage>
      <PageHeading title={t('problem.unexpected')}>{t('problem.unexpected')}</PageHeading>
      <ProblemState error={error} onRetry={() => { reset(); void router.invalidate(); }} />
    </NarrowPage>
  );
}

const Nowhere = lazy(() => import('./nowhere.tsx').then(({ Nowhere: component }) => ({ default: component })));

/** An address without anything behind it; few see it, so it comes when it is needed. */
export function NotFoundPage() {
  return <Suspense><Nowhere /></Suspense>;
}
