import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { Notice, soloLinkClass } from '@unityplan/ui';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { RegisterForm } from '../../../features/auth/components/register-form.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage, territoryQuery } from '../../../shared/lib/territory.ts';
import { useQuery } from '@tanstack/react-query';

export const Route = createFileRoute('/(account)/register')({ loader: () => loadTexts('auth'), component: RegisterPage });

function RegisterPage() {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const { data: territory, error, refetch } = useQuery(territoryQuery);
  const navigate = useNavigate();
  const name = territory ? inLanguage(territory.name) : '…';
  const closed = territory?.settings.registration === 'closed';
  return (
    <AuthPage title={t('register.title')}
      foot={<><span className="text-muted">{t('register.already')}</span><Link to="/sign-in" className={soloLinkClass}>{common('signIn')}</Link></>}>
      {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : (
        <Notice tone={closed ? 'clay' : 'accent'}>
          <p className="font-serif text-lg font-semibold">{closed ? t('register.closed', { territory: name }) : t('register.homeIs', { territory: name })}</p>
          {!closed && <p className="text-sm">{t('register.homeWhy')}</p>}
          <Link to="/territories" className={`${soloLinkClass} text-sm`}>{t('register.otherHome')}</Link>
        </Notice>
      )}
      {!closed && <RegisterForm onDone={(email) => void navigate({ to: '/check-your-mail', state: { email } })} />}
    </AuthPage>
  );
}
