import { createFileRoute, Link, useRouterState } from '@tanstack/react-router';
import { Icon, linkClass } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { ResendLink } from '../../../features/auth/components/resend-link.tsx';
import { loadTexts } from '../../../shared/lib/i18n.ts';

export const Route = createFileRoute('/(account)/check-your-mail')({ loader: () => loadTexts('auth'), component: CheckMailPage });

// The address travels in the history entry, never in the URL: addresses end up in logs.
function CheckMailPage() {
  const { t } = useTranslation('auth');
  const email = useRouterState({ select: ({ location }) => location.state.email });
  return (
    <AuthPage title={t('checkMail.title')} foot={<Link to="/register" className={`${linkClass} inline-flex min-h-8 items-center`}>{t('checkMail.otherAddress')}</Link>}>
      <div className="flex flex-col gap-4">
        <Icon name="mail" className="size-10 text-accent" />
        <p className="text-lg">{email ? t('checkMail.text', { email }) : t('checkMail.textUnknown')}</p>
        <p className="text-muted">{t('checkMail.wait')}</p>
        {email && <ResendLink email={email} />}
      </div>
    </AuthPage>
  );
}
