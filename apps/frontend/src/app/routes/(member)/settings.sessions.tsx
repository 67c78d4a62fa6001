import { createFileRoute } from '@tanstack/react-router';
import { SessionList } from '../../../features/auth/components/session-list.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { SettingsPage } from '../../layout/settings-page.tsx';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(member)/settings/sessions')({ beforeLoad: requireMember, loader: () => loadTexts('auth', 'profile'), component: SessionsPage });

function SessionsPage() {
  const { t } = useTranslation('auth');
  return (
    <SettingsPage title={t('sessions.title')} lead={t('sessions.text')}>
      <SessionList />
    </SettingsPage>
  );
}
