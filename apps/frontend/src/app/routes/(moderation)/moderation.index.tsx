import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import type { CaseState } from '@unityplan/sdk';
import { SkeletonList, soloLinkClass, Tabs } from '@unityplan/ui';
import { useCategoryName } from '../../../features/forum/api/use-category-name.ts';
import { useQueueStream } from '../../../features/moderation/api/cases.ts';
import { CaseList } from '../../../features/moderation/components/case-list.tsx';
import { QueueFilters } from '../../../features/moderation/components/queue-filters.tsx';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

const states = ['open', 'claimed', 'decided'] as const satisfies readonly CaseState[];

export const Route = createFileRoute('/(moderation)/moderation/')({
  validateSearch: ({ state, kind, category }): { state?: CaseState | undefined; kind?: 'flags' | 'appeal' | undefined; category?: string | undefined } => ({
    state: states.find((each) => each !== 'open' && each === state), kind: kind === 'flags' || kind === 'appeal' ? kind : undefined, category: textParam(category, 36),
  }),
  beforeLoad: requireMember,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    return loadTexts('moderation', 'badges');
  },
  component: ModerationPage,
});

function ModerationPage() {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const { state = 'open', kind, category } = Route.useSearch();
  const { me } = Route.useRouteContext();
  const navigate = Route.useNavigate();
  const { data: categories, error, refetch } = useQuery(categoriesQuery);
  useQueueStream(me.memberId);
  const own = categories?.filter((each) => each.may.moderate.allowed) ?? [];
  const categoryName = useCategoryName();
  const filter = { state, kind, categoryId: category };
  const closed = categories?.[0] && own.length === 0;
  return (
    <NarrowPage className="max-w-3xl">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <PageHeading title={t('queue.title')}>{t('queue.title')}</PageHeading>
        <Link to="/moderation/log" className={`${soloLinkClass} text-sm`}>{t('log.title')}</Link>
      </div>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!categories && !error && <SkeletonList label={common('loading')} />}
      {closed && <AccessNotice title={t('queue.closed')} verdict={categories[0]!.may.moderate} />}
      {own.length > 0 && (
        <>
          <QueueFilters filter={filter} categories={own} onChange={(next) => void navigate({ search: { state: next.state === 'open' ? undefined : next.state, kind: next.kind, category: next.categoryId }, replace: true, resetScroll: false })} />
          <Tabs label={t('queue.states')} chosen={state} tabs={states.map((key) => ({ key, label: t(`queue.state.${key}`) }))} onChoose={(key) => void navigate({ search: { state: key === 'open' ? undefined : key, kind, category }, replace: true, resetScroll: false })}>
            <CaseList filter={filter} categoryName={categoryName} />
          </Tabs>
        </>
      )}
    </NarrowPage>
  );
}
