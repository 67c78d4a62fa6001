import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useToast } from '@unityplan/ui';
import { useDefineBadge } from '../../../features/management/api/badges.ts';
import { BadgeForm } from '../../../features/management/components/badge-form.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { useKeyFor } from '../../../shared/hooks/use-key-for.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/badges/new')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: NewBadgePage });

function NewBadgePage() {
  const { t } = useTranslation('management');
  const define = useDefineBadge();
  const navigate = useNavigate();
  const toast = useToast();
  const keyFor = useKeyFor();
  return (
    <Desk title={t('badge.new')} lead={t('badge.newLead')}>
      <BadgeForm busy={define.isPending} error={define.error}
        onSave={(body) => define.mutate({ body: { ...body, state: 'draft' }, idempotencyKey: keyFor(body) }, {
          onSuccess: ({ badge }) => { toast({ text: t('badge.created') }); void navigate({ to: '/manage/badges/$badge', params: { badge } }); },
        })} />
    </Desk>
  );
}
