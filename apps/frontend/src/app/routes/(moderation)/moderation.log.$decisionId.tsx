import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Breadcrumb, SkeletonList } from '@unityplan/ui';
import { useCategoryName } from '../../../features/forum/api/use-category-name.ts';
import { decisionQuery } from '../../../features/moderation/api/log.ts';
import { DecisionPage } from '../../../features/moderation/components/decision-page.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';

export const Route = createFileRoute('/(moderation)/moderation/log/$decisionId')({ loader: () => loadTexts('moderation', 'badges'), component: OneDecision });

function OneDecision() {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const { decisionId } = Route.useParams();
  const { data, error, refetch } = useQuery(decisionQuery(decisionId));
  const categoryName = useCategoryName();
  const title = data ? t(`actions.${data.action}`) : t('log.one');
  return (
    <NarrowPage>
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/moderation/log">{t('log.title')}</Link>
      </Breadcrumb>
      <PageHeading title={title}>{title}</PageHeading>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data ? <DecisionPage decision={data} categoryName={categoryName} onChanged={() => void refetch()} /> : !error && <SkeletonList label={common('loading')} />}
    </NarrowPage>
  );
}
