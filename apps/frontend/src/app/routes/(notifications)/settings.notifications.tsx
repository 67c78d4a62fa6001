import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { PreferencesForm } from '../../../features/notifications/components/preferences-form.tsx';
import { WatchedList } from '../../../features/notifications/components/watched-list.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { SettingsPage } from '../../layout/settings-page.tsx';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(notifications)/settings/notifications')({
  beforeLoad: requireMember,
  loader: () => loadTexts('notifications', 'profile'),
  component: NotificationSettingsPage,
});

function NotificationSettingsPage() {
  const { t, language } = useTranslation('notifications');
  const { me: loaded } = Route.useRouteContext();
  const me = useSession() ?? loaded;
  const categories = useQuery(categoriesQuery).data;
  const categoryOf = (categoryId: string) => {
    const found = categories?.find((each) => each.categoryId === categoryId);
    return found && { name: inLanguage(found.name, language), slug: found.slug };
  };
  return (
    <SettingsPage title={t('prefs.title')} lead={t('prefs.text')}>
      <PreferencesForm me={me} />
      <WatchedList categoryOf={categoryOf} />
    </SettingsPage>
  );
}
