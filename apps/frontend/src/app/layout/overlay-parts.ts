import type { ComponentType } from 'react';
import type { Overlay } from '../../features/palette/palette-state.ts';
import { loadTexts } from '../../shared/lib/i18n.ts';
import { loadPart } from '../../shared/lib/load-part.ts';

/** What is shown for an overlay, with its texts: asked for anew each time, for React would keep one that did not come away for good. */
export async function overlayPart(overlay: NonNullable<Overlay>): Promise<ComponentType> {
  const [part] = await Promise.all([parts[overlay](), loadTexts('palette')]);
  return part;
}

const parts: Record<NonNullable<Overlay>, () => Promise<ComponentType>> = {
  palette: async () => (await loadPart(() => import('./palette.tsx'))).Palette,
  help: async () => (await loadPart(() => import('../../features/palette/components/shortcuts-dialog.tsx'))).ShortcutsDialog,
};
