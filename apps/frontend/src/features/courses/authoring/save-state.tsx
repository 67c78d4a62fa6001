import { Icon } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { DraftSaveState } from './use-draft-store.ts';

/** Where the author's work is: saved, on its way, or kept on this device. */
export function SaveState({ state }: { state: DraftSaveState }) {
  const { t } = useTranslation('teach');
  return (
    <p role="status" className="inline-flex items-center gap-1.5 text-sm text-muted">
      {state === 'saved' && <Icon name="check" className="size-4 text-accent" />}
      {state !== 'saved' && state !== 'saving' && <Icon name="alert" className="size-4 text-clay" />}
      {t(`state.${state}`)}
    </p>
  );
}
