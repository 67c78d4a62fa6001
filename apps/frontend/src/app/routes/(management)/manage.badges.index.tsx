import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, Tabs } from '@unityplan/ui';
import { BadgeIndex } from '../../../features/management/components/badge-index.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

const states = ['active', 'draft', 'archived'] as const;

export const Route = createFileRoute('/(management)/manage/badges/')({
  validateSearch: ({ state }): { state?: 'draft' | 'archived' | undefined } => ({ state: state === 'draft' || state === 'archived' ? state : undefined }),
  beforeLoad: requireMember,
  loader: () => loadTexts('management', 'badges'),
  component: BadgesPage,
});

function BadgesPage() {
  const { t } = useTranslation('management');
  const { state = 'active' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <Desk title={t('nav.badges')} lead={t('badge.lead')} aside={<Link to="/manage/badges/new" className={buttonClass()}>{t('badge.new')}</Link>}>
      <Tabs label={t('badge.which')} chosen={state} tabs={states.map((key) => ({ key, label: t(`badge.tabs.${key}`) }))} onChoose={(key) => void navigate({ search: { state: key === 'active' ? undefined : key }, replace: true, resetScroll: false })}>
        <div className="pt-3"><BadgeIndex state={state} /></div>
      </Tabs>
    </Desk>
  );
}
