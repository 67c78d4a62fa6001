import { CatchBoundary, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { showOverlay, useOverlay } from '../../features/palette/palette-state.ts';
import { useShortcuts } from '../../features/palette/use-shortcuts.ts';
import { lazyPart } from '../../shared/lib/load-part.ts';

const Palette = lazyPart(() => import('./palette.tsx'), 'Palette');
const ShortcutsDialog = lazyPart(() => import('../../features/palette/components/shortcuts-dialog.tsx'), 'ShortcutsDialog');

/** Listens for shortcuts and holds what they open; both come in chunks of their own when first asked for. */
export function PaletteHost() {
  const overlay = useOverlay();
  const navigate = useNavigate();
  useShortcuts((action) => {
    if (action === 'help') showOverlay('help');
    else if (action === 'palette' || action === 'search') showOverlay('palette');
    else void navigate({ to: action === 'home' ? '/' : `/${action}` });
  });
  return (
    <CatchBoundary getResetKey={() => overlay ?? ''} errorComponent={() => null}>
      <Suspense>
        {overlay === 'palette' && <Palette />}
        {overlay === 'help' && <ShortcutsDialog />}
      </Suspense>
    </CatchBoundary>
  );
}
