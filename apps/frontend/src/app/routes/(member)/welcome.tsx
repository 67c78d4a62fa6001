import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { WelcomeForm } from '../../../features/profile/components/welcome-form.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { backParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { sessionQuery } from '../../../shared/lib/session.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(member)/welcome')({
  validateSearch: (search): { back?: string | undefined } => ({ back: backParam(search['back']) }),
  beforeLoad: async ({ context: { queryClient }, search }) => {
    const me = await queryClient.query({ ...sessionQuery, staleTime: 60_000 });
    if (!me) throw redirect({ to: '/sign-in', search: { back: '/welcome' } });
    if (me.complete) throw redirect({ href: search.back ?? '/' });
    return { me };
  },
  loader: () => loadTexts('profile'),
  component: WelcomePage,
});

function WelcomePage() {
  const { t } = useTranslation('profile');
  const { back } = Route.useSearch();
  const { me } = Route.useRouteContext();
  const territory = useTerritory();
  const router = useRouter();
  return (
    <AuthPage title={t('welcome.title', { territory: territory ? inLanguage(territory.name) : '…' })} lead={t('welcome.text')}>
      <WelcomeForm me={me} onDone={() => router.history.push(back ?? '/')} />
    </AuthPage>
  );
}
