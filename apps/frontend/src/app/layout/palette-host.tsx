import { CatchBoundary, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { showOverlay, useOverlay, type Overlay } from '../../features/palette/palette-state.ts';
import { useShortcuts } from '../../features/palette/use-shortcuts.ts';
import { useProblemToast } from '../../shared/hooks/use-problem-toast.ts';
import { overlayPart } from './overlay-parts.ts';

/** Listens for shortcuts and holds what they open; both come in chunks of their own when asked for. */
export function PaletteHost() {
  const overlay = useOverlay();
  const navigate = useNavigate();
  useShortcuts((action) => {
    if (action === 'help') showOverlay('help');
    else if (action === 'palette' || action === 'search') showOverlay('palette');
    else void navigate({ to: action === 'home' ? '/' : `/${action}` });
  });
  const failed = useProblemToast();
  // The page stays as it was, and the next press asks again.
  const giveUp = (error: unknown) => { showOverlay(undefined); failed(error); };
  return overlay && (
    <CatchBoundary getResetKey={() => overlay} onCatch={giveUp} errorComponent={() => null}>
      <Suspense><Shown key={overlay} overlay={overlay} /></Suspense>
    </CatchBoundary>
  );
}

function Shown({ overlay }: { overlay: NonNullable<Overlay> }) {
  const [came, setCame] = useState<{ Part: ComponentType } | { error: unknown }>();
  useEffect(() => {
    let gone = false;
    const take = (next: typeof came) => { if (!gone) setCame(next); };
    overlayPart(overlay).then((Part) => take({ Part }), (error: unknown) => take({ error }));
    return () => { gone = true; };
  }, [overlay]);
  if (!came) return null;
  if ('error' in came) throw came.error;
  return <came.Part />;
}
