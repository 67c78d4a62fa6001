import { createFileRoute, Link } from '@tanstack/react-router';
import { Icon, type IconName } from '@unityplan/ui';
import { Desk } from '../../../features/management/components/desk.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: ManagePage });

const parts = [['/manage/categories', 'categories', 'list'], ['/manage/badges', 'badges', 'medal'], ['/manage/people', 'people', 'at'], ['/manage/roles', 'roles', 'shield'], ['/manage/territories', 'territories', 'globe'], ['/moderation', 'moderation', 'flag'], ['/moderation/log', 'log', 'book']] as const satisfies readonly (readonly [string, string, IconName])[];

function ManagePage() {
  const { t } = useTranslation('management');
  return (
    <Desk title={t('title')} lead={t('lead')}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {parts.map(([to, key, icon]) => (
          <li key={to}>
            <Link to={to} className="flex h-full items-start gap-4 rounded-lg border border-line bg-surface p-4 no-underline hover:border-accent">
              <Icon name={icon} className="mt-0.5 size-6 text-accent" />
              <span><span className="block font-serif text-lg font-semibold">{t(`parts.${key}`)}</span><span className="text-sm text-muted">{t(`partTexts.${key}`)}</span></span>
            </Link>
          </li>
        ))}
      </ul>
    </Desk>
  );
}
