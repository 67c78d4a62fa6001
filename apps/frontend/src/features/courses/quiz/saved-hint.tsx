import { Icon } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { SaveState } from './use-answers.ts';

/** Whether the answers are on the server, on their way, or kept on this device. */
export function SavedHint({ state }: { state: SaveState }) {
  const { t } = useTranslation('courses');
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-muted">
      {state === 'saved' && <Icon name="check" className="size-4 text-accent" />}
      {(state === 'offline' || state === 'refused') && <Icon name="alert" className="size-4 text-clay" />}
      {t(`quiz.state.${state}`)}
    </span>
  );
}
