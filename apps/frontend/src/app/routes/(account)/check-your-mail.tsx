import { createFileRoute, Link, useRouterState } from '@tanstack/react-router';
import { Icon, soloLinkClass } from '@unityplan/ui';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { MailForm } from '../../../features/auth/components/mail-form.tsx';
import { ResendLink } from '../../../features/auth/components/resend-link.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { sdk } from '../../../shared/lib/sdk.ts';

export const Route = createFileRoute('/(account)/check-your-mail')({ loader: () => loadTexts('auth'), component: CheckMailPage });

// The address travels in the history entry, never in the URL: addresses end up in logs.
function CheckMailPage() {
  const { t } = useTranslation('auth');
  const email = useRouterState({ select: ({ location }) => location.state.email });
  const navigate = Route.useNavigate();
  if (!email)
    return (
      <AuthPage title={t('verify.newLink')} lead={t('checkMail.ask')}>
        <MailForm send={(address) => sdk.requestVerification({ body: { email: address } })} onDone={(address) => void navigate({ state: { email: address } })} />
      </AuthPage>
    );
  return (
    <AuthPage title={t('checkMail.title')} foot={<Link to="/register" className={soloLinkClass}>{t('checkMail.otherAddress')}</Link>}>
      <div className="flex flex-col gap-4">
        <Icon name="mail" className="size-10 text-accent" />
        <p className="text-lg">{t('checkMail.text', { email })}</p>
        <p className="text-muted">{t('checkMail.wait')}</p>
        <ResendLink email={email} />
      </div>
    </AuthPage>
  );
}
