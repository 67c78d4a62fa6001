import { createFileRoute, Link } from '@tanstack/react-router';
import type { NotificationKind, NotificationState } from '@unityplan/sdk';
import { soloLinkClass } from '@unityplan/ui';
import { NotificationList } from '../../../features/notifications/components/notification-list.tsx';
import { kinds, states } from '../../../features/notifications/filters.ts';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(notifications)/notifications/')({
  validateSearch: ({ show, kind }): { show?: NotificationState | undefined; kind?: NotificationKind | undefined } => ({
    show: states.find((each) => each !== 'inbox' && each === show), kind: kinds.find((each) => each === kind),
  }),
  beforeLoad: requireMember,
  loader: () => loadTexts('notifications', 'moderation'),
  component: NotificationsPage,
});

function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const { show, kind } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <NarrowPage>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <Link to="/settings/notifications" className={`${soloLinkClass} text-sm`}>{t('settingsLink')}</Link>
      </div>
      <NotificationList state={show ?? 'inbox'} kind={kind} onFilter={(state, kind) => void navigate({ search: { show: state === 'inbox' ? undefined : state, kind }, replace: true, resetScroll: false })} />
    </NarrowPage>
  );
}
