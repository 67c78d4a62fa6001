import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, buttonClass, EmptyState, Icon, LoadMore, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { OwnName, TerritoryName } from '../../../shared/components/territory-name.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { currentLanguage } from '../../../shared/lib/i18n.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { inLanguage, territoryAddress } from '../../../shared/lib/territory.ts';
import { communitiesQuery, type Community } from '../api/communities.ts';
import type { CommunityDetail } from '../api/community.ts';

const tones = { active: 'accent', suspended: 'clay', archived: 'plain', listed: 'plain' } as const;

/** Whether a territory is open, in a word. */
export function StatusBadge({ status }: Pick<Community, 'status'>) {
  const { t } = useTranslation('communities');
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}

/** The communities right below a territory, each with its state and the way to it. */
export function CommunityList({ parent }: { parent: Community | CommunityDetail }) {
  const { t, language } = useTranslation('communities');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(communitiesQuery(parent.id, currentLanguage()));
  const communities = itemsOf(query.data, (each) => each.id);
  return (
    <section aria-labelledby="below" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="below" className="text-xl">{t('below', { territory: inLanguage(parent.name, language) })}</h2>
        {parent.status === 'active' && <Link to="/manage/territories/new" search={{ below: parent.id }} className={buttonClass('secondary', 'sm')}><Icon name="plus" className="size-4" />{t('new')}</Link>}
      </div>
      {query.isPending && <SkeletonList rows={2} label={common('loading')} />}
      {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && communities.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {communities.length > 0 && <ul className="border-t border-line">{communities.map((each) => <Row key={each.id} community={each} />)}</ul>}
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
    </section>
  );
}

function Row({ community }: { community: Community }) {
  const { t, language } = useTranslation('communities');
  const name = inLanguage(community.name, language);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="min-w-44 grow basis-0">
        <p className="flex flex-wrap items-baseline gap-x-2 font-serif text-lg font-semibold"><TerritoryName of={community} /><OwnName of={community} className="font-sans text-sm font-normal text-muted" /></p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted"><StatusBadge status={community.status} /><span className="break-all">{community.id}</span></p>
      </div>
      <div className="flex gap-2">
        {community.status === 'active' && community.host && <a href={territoryAddress(community.host, location)} aria-label={t('visitOne', { name })} className={buttonClass('quiet', 'sm')}>{t('visit')}</a>}
        <Link to="/manage/territories/$territory" params={{ territory: community.id }} aria-label={t('manageOne', { name })} className={buttonClass('secondary', 'sm')}>{t('manage')}</Link>
      </div>
    </li>
  );
}
