import { Icon } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { showOverlay } from '../palette-state.ts';

/** Opens the palette; its name tells the key that does the same. */
export function PaletteButton() {
  const { t } = useTranslation('common');
  const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl+K';
  return (
    <button type="button" aria-label={t('palette', { keys })} title={t('palette', { keys })} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => showOverlay('palette')} className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken">
      <Icon name="search" className="size-6" />
    </button>
  );
}
