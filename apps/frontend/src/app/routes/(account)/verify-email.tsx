import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, Skeleton, soloLinkClass } from '@unityplan/ui';
import { verificationQuery } from '../../../features/auth/api/verify-email.ts';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { mayPass } from '../../../shared/lib/query-client.ts';

export const Route = createFileRoute('/(account)/verify-email')({
  validateSearch: (search): { token?: string } => ({ token: textParam(search['token']) }),
  loader: () => loadTexts('auth', 'errors'),
  component: VerifyEmailPage,
});

function VerifyEmailPage() {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const { token } = Route.useSearch();
  const { isSuccess, error, refetch } = useQuery(verificationQuery(token));
  const newLink = <Link to="/check-your-mail" className={soloLinkClass}>{t('verify.newLink')}</Link>;
  if (!token) return <AuthPage title={t('verify.failed')} lead={t('verify.missing')}>{newLink}</AuthPage>;
  if (isSuccess)
    return (
      <AuthPage title={t('verify.done')} lead={t('verify.doneText')}>
        <Link to="/sign-in" className={buttonClass()}>{common('signIn')}</Link>
      </AuthPage>
    );
  if (error)
    return (
      <AuthPage title={t('verify.failed')}>
        <ProblemState error={error} {...(mayPass(error) ? { onRetry: () => void refetch() } : {})} />
        {newLink}
      </AuthPage>
    );
  return (
    <AuthPage title={t('verify.title')} lead={<span role="status">{t('verify.working')}</span>}>
      <Skeleton className="w-2/3" />
    </AuthPage>
  );
}
