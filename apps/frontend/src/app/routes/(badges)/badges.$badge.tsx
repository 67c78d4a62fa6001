import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Badge, Breadcrumb, Medal } from '@unityplan/ui';
import { badgeQuery } from '../../../features/badges/api/get-badge.ts';
import { BadgeDetails } from '../../../features/badges/components/badge-details.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { orNotFound } from '../../or-not-found.ts';

export const Route = createFileRoute('/(badges)/badges/$badge')({
  loader: async ({ context: { queryClient }, params: { badge } }) => {
    void queryClient.prefetchQuery(badgesQuery);
    await Promise.all([orNotFound(queryClient.query(badgeQuery(badge))), loadTexts('badges')]);
  },
  component: BadgePage,
});

function BadgePage() {
  const { t, language } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const { badge } = Route.useParams();
  const me = useSession();
  const { data: page } = useQuery(badgeQuery(badge));
  if (!page) return null;
  const { definition, held } = page;
  const name = inLanguage(definition.name, language);
  return (
    <NarrowPage className="max-w-3xl">
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/badges">{t('title')}</Link>
      </Breadcrumb>
      <header className="flex flex-wrap items-center gap-5">
        <Medal icon={definition.icon} colour={definition.colour} expired={held !== null && held.state !== 'valid'} size="lg" />
        <div className="min-w-48 grow basis-0">
          <PageHeading title={name}>{name}</PageHeading>
          <p className="text-lg text-muted">{inLanguage(definition.about, language)}</p>
          <p className="mt-1 flex flex-wrap gap-2">
            <Badge>{t(`scope.${definition.scope}`)}</Badge>
            {definition.level > 1 && <Badge>{t('level', { level: definition.level })}</Badge>}
          </p>
        </div>
      </header>
      <BadgeDetails page={page} guest={me === null} />
    </NarrowPage>
  );
}
