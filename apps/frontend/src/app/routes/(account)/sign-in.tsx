import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, Link, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { soloLinkClass } from '@unityplan/ui';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { SignInForm } from '../../../features/auth/components/sign-in-form.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { backParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { sessionKey, sessionOpened } from '../../../shared/lib/session.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(account)/sign-in')({
  validateSearch: (search): { back?: string } => ({ back: backParam(search['back']) }),
  beforeLoad: ({ context, search }) => {
    if (context.queryClient.getQueryData(sessionKey)) throw redirect({ href: search.back ?? '/' });
  },
  loader: () => loadTexts('auth'),
  component: SignInPage,
});

function SignInPage() {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const { back } = Route.useSearch();
  const territory = useTerritory();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const enter = async () => {
    const me = await sessionOpened(client);
    if (me?.complete) router.history.push(back ?? '/');
    else await navigate({ to: '/welcome', search: back ? { back } : {} });
  };
  return (
    <AuthPage title={t('signIn.title', { territory: territory ? inLanguage(territory.name) : '…' })} {...(back ? { lead: t('signIn.need') } : {})}
      foot={<><span className="text-muted">{t('signIn.notMember')}</span><Link to="/register" className={soloLinkClass}>{common('register')}</Link></>}>
      <SignInForm onDone={enter} onUnverified={(email) => void navigate({ to: '/check-your-mail', state: { email } })} />
    </AuthPage>
  );
}
