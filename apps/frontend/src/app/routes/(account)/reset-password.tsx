import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, soloLinkClass } from '@unityplan/ui';
import { useState } from 'react';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { ResetForm } from '../../../features/auth/components/reset-form.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';

export const Route = createFileRoute('/(account)/reset-password')({
  validateSearch: (search): { token?: string } => ({ token: textParam(search['token']) }),
  loader: () => loadTexts('auth'),
  component: ResetPage,
});

function ResetPage() {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const { token } = Route.useSearch();
  const [done, setDone] = useState(false);
  const newLink = <Link to="/forgot-password" className={soloLinkClass}>{t('verify.newLink')}</Link>;
  if (done)
    return (
      <AuthPage title={t('reset.done')} lead={<span role="status">{t('reset.doneText')}</span>}>
        <Link to="/sign-in" className={buttonClass()}>{common('signIn')}</Link>
      </AuthPage>
    );
  if (!token) return <AuthPage title={t('reset.title')} lead={t('reset.missing')}>{newLink}</AuthPage>;
  return (
    <AuthPage title={t('reset.title')} lead={t('reset.text')} foot={newLink}>
      <ResetForm token={token} onDone={() => setDone(true)} />
    </AuthPage>
  );
}
