import { createFileRoute } from '@tanstack/react-router';
import { OwnFlagList } from '../../../features/moderation/components/own-flag-list.tsx';
import { SanctionList } from '../../../features/moderation/components/sanction-list.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { SettingsPage } from '../../layout/settings-page.tsx';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(moderation)/settings/moderation')({ beforeLoad: requireMember, loader: () => loadTexts('moderation', 'profile'), component: OwnModerationPage });

function OwnModerationPage() {
  const { t } = useTranslation('moderation');
  return (
    <SettingsPage title={t('own.title')} lead={t('own.lead')}>
      <SanctionList />
      <OwnFlagList />
    </SettingsPage>
  );
}
