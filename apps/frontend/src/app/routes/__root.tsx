import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { SkipLink } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { Activity } from '../layout/activity.tsx';
import { ConnectionHint } from '../layout/connection-hint.tsx';
import { Footer } from '../layout/footer.tsx';
import { Header } from '../layout/header.tsx';
import type { RouterContext } from '../router.tsx';

export const Route = createRootRouteWithContext<RouterContext>()({ component: Layout });

function Layout() {
  const { t } = useTranslation('common');
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
    </div>
  );
}
