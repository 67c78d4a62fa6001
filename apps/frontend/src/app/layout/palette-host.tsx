import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { showOverlay, useOverlay } from '../../features/palette/palette-state.ts';
import { useShortcuts } from '../../features/palette/use-shortcuts.ts';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette: component }) => ({ default: component })));
const ShortcutsDialog = lazy(() => import('../../features/palette/components/shortcuts-dialog.tsx').then(({ ShortcutsDialog: component }) => ({ default: component })));

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
    <Suspense>
      {overlay === 'palette' && <Palette />}
      {overlay === 'help' && <ShortcutsDialog />}
    </Suspense>
  );
}
