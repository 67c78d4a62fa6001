import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { ProgressBar } from '@unityplan/ui';
import { useTranslation } from '../../shared/hooks/use-translation.ts';

/** Shows that something is going on when it takes longer than a second. */
export function Activity() {
  const { t } = useTranslation('common');
  const pending = useRouterState({ select: (state) => state.status === 'pending' });
  const fetching = useIsFetching();
  const mutating = useIsMutating();
  return <ProgressBar active={pending || fetching > 0 || mutating > 0} label={t('loading')} />;
}
