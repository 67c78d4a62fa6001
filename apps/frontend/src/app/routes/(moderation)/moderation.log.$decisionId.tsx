import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Breadcrumb, SkeletonList } from '@unityplan/ui';
import { categoriesQuery } from '../../../features/forum/api/get-categories.ts';
import { decisionQuery } from '../../../features/moderation/api/log.ts';
import { DecisionPage } from '../../../features/moderation/components/decision-page.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(moderation)/moderation/log/$decisionId')({ loader: () => loadTexts('moderation', 'badges'), component: OneDecision });

function OneDecision() {
  const { t, language } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const { decisionId } = Route.useParams();
  const { data, error, refetch } = useQuery(decisionQuery(decisionId));
  const categories = useQuery(categoriesQuery).data;
  const name = (categoryId: string) => { const found = categories?.find((each) => each.categoryId === categoryId); return found ? inLanguage(found.name, language) : '–'; };
  const title = data ? t(`actions.${data.action}`) : t('log.one');
  return (
    <NarrowPage>
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/moderation/log">{t('log.title')}</Link>
      </Breadcrumb>
      <PageHeading title={title}>{title}</PageHeading>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data ? <DecisionPage decision={data} categoryName={name} onChanged={() => void refetch()} /> : !error && <SkeletonList label={common('loading')} />}
    </NarrowPage>
  );
}
