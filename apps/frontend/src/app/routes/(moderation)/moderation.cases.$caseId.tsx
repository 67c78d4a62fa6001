import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Breadcrumb, SkeletonList } from '@unityplan/ui';
import { caseQuery } from '../../../features/moderation/api/cases.ts';
import { CasePage } from '../../../features/moderation/components/case-page.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(moderation)/moderation/cases/$caseId')({ beforeLoad: requireMember, loader: () => loadTexts('moderation', 'badges'), component: OneCase });

function OneCase() {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const { caseId } = Route.useParams();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  const title = data ? t(data.kind === 'appeal' ? 'case.titleAppeal' : 'case.titleFlags', { topic: data.topic.title }) : t('case.title');
  return (
    <NarrowPage className="max-w-3xl">
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/moderation">{t('queue.title')}</Link>
      </Breadcrumb>
      <PageHeading title={title}>{title}</PageHeading>
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data ? <CasePage item={data} /> : !error && <SkeletonList label={common('loading')} />}
    </NarrowPage>
  );
}
