import { CatchBoundary, createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { SkipLink } from '@unityplan/ui';
import { Suspense } from 'react';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../shared/lib/i18n.ts';
import { lazyPart, loadPatiently } from '../../shared/lib/load-part.ts';
import { useSession } from '../../shared/lib/session.ts';
import { Activity } from '../layout/activity.tsx';
import { ConnectionHint } from '../layout/connection-hint.tsx';
import { Footer } from '../layout/footer.tsx';
import { Header } from '../layout/header.tsx';
import { PaletteHost } from '../layout/palette-host.tsx';
import { useClosedTerritory } from '../layout/use-closed-territory.ts';
import type { RouterContext } from '../router.tsx';

const ClosedTerritory = lazyPart(() => import('../layout/closed-territory.tsx'), 'ClosedTerritory');
// Nobody waits for it, so it comes after the page, with its texts.
const BadgeWatch = lazyPart(async () => (await Promise.all([import('../../features/badges/components/badge-watch.tsx'), loadTexts('badges')]))[0], 'BadgeWatch', loadPatiently);

export const Route = createRootRouteWithContext<RouterContext>()({ component: Layout });

function Layout() {
  const { t } = useTranslation('common');
  const me = useSession();
  const closed = useClosedTerritory();
  if (closed) return <Suspense><ClosedTerritory {...closed} /></Suspense>;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="content">{t('skip')}</SkipLink>
      <Activity />
      <Header />
      <ConnectionHint />
      <main id="content" tabIndex={-1} className="flex grow flex-col">
        <Outlet />
      </main>
      <Footer />
      <PaletteHost />
      {me && <CatchBoundary getResetKey={() => me.memberId} errorComponent={() => null}><Suspense><BadgeWatch memberId={me.memberId} /></Suspense></CatchBoundary>}
    </div>
  );
}
