import type { ApiProblem } from '@unityplan/sdk';
import { buttonClass, ErrorState } from '@unityplan/ui';
import { Suspense, type ReactNode } from 'react';
import { useProblemTexts } from '../hooks/use-problem.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { isAtHomeElsewhere, isDoorClosed } from '../lib/access.ts';
import { lazyPart } from '../lib/load-part.ts';
import { addressBeside } from '../lib/territory.ts';

const AccessNotice = lazyPart(() => import('./access-notice.tsx'), 'AccessNotice');

/** A failed call in the page: what happened, what to do, and a retry. A closed door is no error: it shows the way in. */
export function ProblemState({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t } = useTranslation('common');
  const texts = useProblemTexts()(error);
  if (isDoorClosed(error)) return <Suspense><AccessNotice error={error} {...(onRetry ? { onRetry } : {})} /></Suspense>;
  return (
    <ErrorState {...texts} {...(onRetry ? { onRetry, retryLabel: t('retry') } : {})}>
      {isAtHomeElsewhere(error) && <HomeLink error={error} />}
      {children}
    </ErrorState>
  );
}

/** Back to the territory that its member is signed in to. */
function HomeLink({ error: { params } }: { error: ApiProblem }) {
  const { t } = useTranslation('common');
  return <a href={addressBeside(String(params['homeSlug']), location)} className={buttonClass('secondary')}>{t('goToTerritory', { territory: params['home'] })}</a>;
}
