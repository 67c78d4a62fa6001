import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PreferencesForm } from '../../../features/notifications/components/preferences-form.tsx';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { SettingsPage } from '../../layout/settings-nav.tsx';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(notifications)/settings/notifications')({
  beforeLoad: requireMember,
  loader: () => loadTexts('notifications', 'profile'),
  component: NotificationSettingsPage,
});

function NotificationSettingsPage() {
  const { t } = useTranslation('notifications');
  return (
    <SettingsPage title={t('prefs.title')} lead={t('prefs.text')}>
      <PreferencesForm />
    </SettingsPage>
  );
}
