import { createFileRoute } from '@tanstack/react-router';
import { AvatarForm } from '../../../features/files/components/avatar-form.tsx';
import { ProfileForm } from '../../../features/profile/components/profile-form.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { SettingsPage } from '../../layout/settings-page.tsx';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(member)/profile')({ beforeLoad: requireMember, loader: () => loadTexts('profile', 'files'), component: ProfilePage });

function ProfilePage() {
  const { t } = useTranslation('profile');
  const { me: loaded } = Route.useRouteContext();
  const me = useSession() ?? loaded;
  return (
    <SettingsPage title={t('edit.title')} lead={t('edit.text')}>
      <AvatarForm me={me} />
      <ProfileForm me={me} />
    </SettingsPage>
  );
}
