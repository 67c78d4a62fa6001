import { ErrorState } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemTexts } from '../hooks/use-problem.ts';

/** A failed call in the page: what happened, what to do, and a retry. */
export function ProblemState({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t } = useTranslation('common');
  const texts = useProblemTexts()(error);
  return (
    <ErrorState {...texts} {...(onRetry ? { onRetry, retryLabel: t('retry') } : {})}>
      {children}
    </ErrorState>
  );
}
