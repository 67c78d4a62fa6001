import { createFileRoute, Link } from '@tanstack/react-router';
import { linkClass } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { NotificationList } from '../../../features/notifications/components/notification-list.tsx';
import { windowFor } from '../../../features/forum/api/get-posts.ts';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(notifications)/notifications/')({
  validateSearch: (search): { show?: 'unread' | undefined } => (search['show'] === 'unread' ? { show: 'unread' } : {}),
  beforeLoad: requireMember,
  loader: () => loadTexts('notifications'),
  component: NotificationsPage,
});

function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const { show } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <NarrowPage>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <Link to="/settings/notifications" className={`${linkClass} inline-flex min-h-8 items-center text-sm`}>{t('settingsLink')}</Link>
      </div>
      <NotificationList unread={show === 'unread'} onFilter={(unread) => void navigate({ search: unread ? { show: 'unread' } : {}, replace: true, resetScroll: false })}
        windowOf={(number) => (windowFor(number) === 1 ? undefined : windowFor(number))} />
    </NarrowPage>
  );
}
