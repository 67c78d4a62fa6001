import { createFileRoute } from '@tanstack/react-router';
import { BadgeList } from '../../../features/badges/components/badge-list.tsx';
import { OwnBadges } from '../../../features/badges/components/own-badges.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';

export const Route = createFileRoute('/(badges)/badges/')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(badgesQuery);
    return loadTexts('badges');
  },
  component: BadgesPage,
});

function BadgesPage() {
  const { t } = useTranslation('badges');
  const me = useSession();
  return (
    <NarrowPage className="max-w-4xl gap-8">
      <div>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <p className="text-lg text-muted">{t('lead')}</p>
      </div>
      {me && <OwnBadges />}
      <BadgeList member={!!me} />
    </NarrowPage>
  );
}
