import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { TopicForm } from '../../../features/forum/components/topic-form.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(forum)/new-topic')({
  validateSearch: (search): { category?: string | undefined } => {
    const category = textParam(search['category'], 36);
    return category ? { category } : {};
  },
  beforeLoad: requireMember,
  loader: () => loadTexts('forum', 'badges'),
  component: NewTopicPage,
});

function NewTopicPage() {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const { category } = Route.useSearch();
  const { me } = Route.useRouteContext();
  const { data, error, refetch } = useQuery(categoriesQuery);
  const navigate = useNavigate();
  return (
    <NarrowPage className="max-w-3xl">
      <PageHeading title={t('create.title')}>{t('create.title')}</PageHeading>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <TopicForm categories={data} categoryId={category} memberId={me.memberId}
          onDone={(topic) => void navigate({ to: '/topics/$topicId/$slug', params: { topicId: topic.topicId, slug: topic.slug } })} />
      ) : (
        !error && <SkeletonList rows={3} label={common('loading')} />
      )}
    </NarrowPage>
  );
}
