import { createFileRoute } from '@tanstack/react-router';
import { Button } from '@unityplan/ui';
import { useState } from 'react';
import { AwardForm } from '../../../features/management/components/award-form.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { HolderList } from '../../../features/management/components/holder-list.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/roles')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: RolesPage });

// A role is a badge: to appoint someone is to award it.
const roles = [['moderators', 'moderator'], ['teachers', 'teacher'], ['managers', 'territory-manager']] as const;

function RolesPage() {
  const { t } = useTranslation('management');
  return (
    <Desk title={t('nav.roles')} lead={t('roles.lead')}>
      {roles.map(([key, badge]) => <Role key={key} role={key} badge={badge} />)}
    </Desk>
  );
}

function Role({ role, badge }: { role: (typeof roles)[number][0]; badge: string }) {
  const { t } = useTranslation('management');
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby={role} className="flex flex-col gap-3 border-t border-line pt-6 first:border-t-0">
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-48 grow basis-0">
          <h2 id={role} className="text-xl">{t(`roles.${role}`)}</h2>
          <p className="text-sm text-muted">{t(`roles.${role}Text`)}</p>
        </div>
        <Button tone="secondary" aria-expanded={adding} onClick={() => setAdding(!adding)}>{t(`roles.add.${role}`)}</Button>
      </div>
      {adding && <AwardForm badge={badge} />}
      <HolderList badge={badge} state="valid" />
    </section>
  );
}
