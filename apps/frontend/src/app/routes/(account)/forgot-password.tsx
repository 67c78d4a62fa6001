import { createFileRoute, Link } from '@tanstack/react-router';
import { soloLinkClass } from '@unityplan/ui';
import { useState } from 'react';
import { AuthPage } from '../../../features/auth/components/auth-page.tsx';
import { MailForm } from '../../../features/auth/components/mail-form.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(account)/forgot-password')({ loader: () => loadTexts('auth'), component: ForgotPage });

function ForgotPage() {
  const { t } = useTranslation('auth');
  const territory = useTerritory();
  const [sentTo, setSentTo] = useState<string>();
  const back = <Link to="/sign-in" className={soloLinkClass}>{t('forgot.back')}</Link>;
  if (sentTo) {
    const text = t('forgot.sentText', { email: sentTo, territory: territory ? inLanguage(territory.name) : '' });
    return <AuthPage title={t('forgot.sent')} lead={<span role="status">{text}</span>} foot={back} />;
  }
  return (
    <AuthPage title={t('forgot.title')} lead={t('forgot.text')} foot={back}>
      <MailForm send={(email) => sdk.requestPasswordReset({ body: { email } })} onDone={setSentTo} />
    </AuthPage>
  );
}
