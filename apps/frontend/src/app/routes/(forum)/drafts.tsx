import { createFileRoute } from '@tanstack/react-router';
import { DraftList } from '../../../features/forum/drafts/draft-list.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(forum)/drafts')({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    return loadTexts('forum');
  },
  component: DraftsPage,
});

function DraftsPage() {
  const { t } = useTranslation('forum');
  const { me } = Route.useRouteContext();
  return (
    <NarrowPage>
      <div>
        <PageHeading title={t('draft.title')}>{t('draft.title')}</PageHeading>
        <p className="text-muted">{t('draft.lead')}</p>
      </div>
      <DraftList memberId={me.memberId} />
    </NarrowPage>
  );
}
