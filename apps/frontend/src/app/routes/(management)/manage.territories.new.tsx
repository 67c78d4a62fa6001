import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { useRequestCommunity } from '../../../features/management/api/communities.ts';
import { CommunityForm } from '../../../features/management/components/community-form.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { OrderProgress } from '../../../features/management/components/order-progress.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { communityQuery, inLanguage, useTerritory } from '../../../shared/lib/territory.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/territories/new')({
  // The order stands in the address, so that a reload goes on showing how far it is.
  validateSearch: (search): { below?: string | undefined; order?: string | undefined } => {
    const [below, order] = [textParam(search['below'], 53), textParam(search['order'], 36)];
    return { ...(below ? { below } : {}), ...(order ? { order } : {}) };
  },
  beforeLoad: requireMember,
  loader: () => loadTexts('management', 'communities', 'badges'),
  component: NewCommunityPage,
});

function NewCommunityPage() {
  const { t, language } = useTranslation('communities');
  const { t: common } = useTranslation('common');
  const { below, order } = Route.useSearch();
  const here = useTerritory();
  const parentId = below ?? here?.id;
  const { data: parent, error, refetch } = useQuery({ ...communityQuery(parentId ?? ''), enabled: parentId !== undefined && !order });
  const request = useRequestCommunity();
  const navigate = useNavigate();
  const follow = (orderId: string) => void navigate({ to: '/manage/territories/new', search: { order: orderId }, replace: true });
  return (
    <Desk title={parent && !order ? t('newTitle', { territory: inLanguage(parent.name, language) }) : t('new')} lead={t('newLead')}>
      {order ? <OrderProgress key={order} orderId={order} onAgain={follow} onAnother={() => void navigate({ to: '/manage/territories/new' })} />
        : parent ? <CommunityForm key={parent.id} parent={parent.id} busy={request.isPending} error={request.error} onOrder={(body) => request.mutate(body, { onSuccess: ({ orderId }) => follow(orderId) })} />
        : error ? <ProblemState error={error} onRetry={() => void refetch()} />
        : <SkeletonList label={common('loading')} />}
    </Desk>
  );
}
