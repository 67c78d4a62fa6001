import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { buttonClass, Contours, SkeletonList } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { NarrowPage, PageHeading } from '../../shared/components/page.tsx';
import { ProblemState } from '../../shared/components/problem-state.tsx';

/** While a page's code or texts are on their way. */
export function PagePending() {
  const { t } = useTranslation('common');
  return (
    <NarrowPage>
      <SkeletonList label={t('loading')} />
    </NarrowPage>
  );
}

/** What a page shows when it failed; the rest of the application goes on. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  return (
    <NarrowPage>
      <PageHeading title={t('problem.unexpected')}>{t('problem.unexpected')}</PageHeading>
      <ProblemState error={error} onRetry={() => { reset(); void router.invalidate(); }} />
    </NarrowPage>
  );
}

/** An address without anything behind it. */
export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <NarrowPage className="items-center text-center">
      <Contours seed="nowhere" className="fade-round size-64 text-line-strong" />
      <PageHeading title={t('notFound.title')}>{t('notFound.title')}</PageHeading>
      <p className="text-lg text-muted">{t('notFound.text')}</p>
      <Link to="/" className={buttonClass('primary')}>
        {t('notFound.back')}
      </Link>
    </NarrowPage>
  );
}
