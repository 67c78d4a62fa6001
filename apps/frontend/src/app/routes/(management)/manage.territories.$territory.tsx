import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Breadcrumb, ErrorState, Icon, linkClass, SkeletonList, soloLinkClass } from '@unityplan/ui';
import { CommunityList } from '../../../features/management/components/community-list.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { TerritoryNames } from '../../../features/management/components/territory-names.tsx';
import { TerritorySettings } from '../../../features/management/components/territory-settings.tsx';
import { TerritoryState } from '../../../features/management/components/territory-state.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { OwnName, TerritoryName } from '../../../shared/components/territory-name.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { communityQuery, inLanguage, territoryAddress, useTerritory } from '../../../shared/lib/territory.ts';
import { orNotFound } from '../../or-not-found.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/territories/$territory')({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient }, params: { territory } }) =>
    Promise.all([orNotFound(queryClient.query({ ...communityQuery(territory), staleTime: 0 })), loadTexts('management', 'communities', 'badges')]),
  component: TerritoryPage,
});

function TerritoryPage() {
  const { t, language } = useTranslation('communities');
  const { t: common } = useTranslation('common');
  const { territory: id } = Route.useParams();
  const here = useTerritory();
  const { data: territory, error, refetch } = useQuery(communityQuery(id));
  if (!territory) return <Desk title={id}>{error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <SkeletonList label={common('loading')} />}</Desk>;
  // The server decides; this only spares people forms that it would refuse.
  const reaches = here && [territory, ...territory.ancestors].some((each) => each.id === here.id);
  const serves = territory.status === 'active' || territory.status === 'suspended';
  return (
    <Desk title={inLanguage(territory.name, language)}>
      <div className="-mt-4 flex flex-col gap-1">
        {territory.ancestors.length > 0 && (
          <Breadcrumb label={t('page.inside')}>
            {territory.ancestors.map((above) => <Link key={above.id} to="/manage/territories/$territory" params={{ territory: above.id }} className={linkClass}><TerritoryName of={above} /></Link>)}
          </Breadcrumb>
        )}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          <OwnName of={territory} />
          <span className="break-all">{territory.id}</span>
          {territory.host && <a href={territoryAddress(territory.host, location)} className={`${soloLinkClass} gap-1 break-all`}>{territory.host}<Icon name="forward" className="size-4" /></a>}
        </p>
      </div>
      {here && !reaches && <ErrorState title={t('page.outside', { territory: inLanguage(territory.name, language) })} mend={t('page.outsideText')} />}
      {reaches && (
        <>
          {serves && <TerritoryNames key={`names ${territory.id}`} territory={territory} />}
          {serves && <TerritorySettings key={`settings ${territory.id}`} territory={territory} />}
          <TerritoryState territory={territory} />
          <div className="border-t border-line pt-7"><CommunityList parent={territory} /></div>
        </>
      )}
    </Desk>
  );
}
