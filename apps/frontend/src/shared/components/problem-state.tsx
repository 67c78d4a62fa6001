import { ErrorState } from '@unityplan/ui';
import { Suspense, type ReactNode } from 'react';
import { useProblemTexts } from '../hooks/use-problem.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { isDoorClosed } from '../lib/access.ts';
import { lazyPart } from '../lib/load-part.ts';

const AccessNotice = lazyPart(() => import('./access-notice.tsx'), 'AccessNotice');

/** A failed call in the page: what happened, what to do, and a retry. A closed door is no error: it shows the way in. */
export function ProblemState({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t } = useTranslation('common');
  const texts = useProblemTexts()(error);
  if (isDoorClosed(error)) return <Suspense><AccessNotice error={error} {...(onRetry ? { onRetry } : {})} /></Suspense>;
  return (
    <ErrorState {...texts} {...(onRetry ? { onRetry, retryLabel: t('retry') } : {})}>
      {children}
    </ErrorState>
  );
}
