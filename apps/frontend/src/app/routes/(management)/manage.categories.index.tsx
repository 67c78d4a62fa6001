import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, EmptyState, SkeletonList } from '@unityplan/ui';
import { CategoryOrder } from '../../../features/management/components/category-order.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/categories/')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: CategoriesPage });

function CategoriesPage() {
  const { t } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useQuery(categoriesQuery);
  return (
    <Desk title={t('nav.categories')} lead={t('category.lead')} aside={<Link to="/manage/categories/new" className={buttonClass()}>{t('category.new')}</Link>}>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data ? (data.length === 0 ? <EmptyState title={t('category.none')}>{t('category.noneText')}</EmptyState> : <CategoryOrder categories={data} />) : !error && <SkeletonList label={common('loading')} />}
    </Desk>
  );
}
