import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, linkClass, RelativeTime, SkeletonList } from '@unityplan/ui';
import { isUnderWay, ordersQuery } from '../../../features/management/api/communities.ts';
import { CommunityList, StatusBadge } from '../../../features/management/components/community-list.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { OwnName, TerritoryName } from '../../../shared/components/territory-name.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/territories/')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'communities', 'badges'), component: TerritoriesPage });

function TerritoriesPage() {
  const { t } = useTranslation('communities');
  const { t: common } = useTranslation('common');
  const here = useTerritory();
  return (
    <Desk title={t('title')} lead={t('lead')}>
      {here ? (
        <>
          <section aria-labelledby="own" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-accent-soft px-5 py-4">
            <div className="min-w-44 grow basis-0">
              <h2 id="own" className="text-sm font-semibold text-muted">{t('own')}</h2>
              <p className="flex flex-wrap items-baseline gap-x-2 font-serif text-xl font-semibold"><TerritoryName of={here} /><OwnName of={here} className="font-sans text-sm font-normal text-muted" /></p>
              <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted"><StatusBadge status={here.status} />{here.id}</p>
            </div>
            <Link to="/manage/territories/$territory" params={{ territory: here.id }} className={buttonClass('secondary', 'sm')}>{t('manage')}</Link>
          </section>
          <Orders />
          <CommunityList parent={here} />
        </>
      ) : <SkeletonList label={common('loading')} />}
    </Desk>
  );
}

/** Orders that are on their way or came to nothing; those that are done stand in the list below. */
function Orders() {
  const { t, language } = useTranslation('communities');
  const orders = useQuery(ordersQuery).data?.filter((order) => isUnderWay(order) || order.status === 'failed') ?? [];
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby="orders" className="flex flex-col gap-2">
      <h2 id="orders" className="text-xl">{t('order.newest')}</h2>
      <ul>
        {orders.map((order) => (
          <li key={order.orderId} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
            <span className="min-w-44 grow basis-0">{t(order.status === 'failed' ? 'order.failed' : 'order.title', { name: inLanguage(order.name, language) })} <span className="text-sm text-muted">{t('order.asked')} <RelativeTime at={order.createdAt} /></span></span>
            <Link to="/manage/territories/new" search={{ order: order.orderId }} className={linkClass}>{t('order.follow')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
