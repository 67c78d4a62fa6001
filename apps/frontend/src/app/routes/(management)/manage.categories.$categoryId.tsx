import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link, notFound } from '@tanstack/react-router';
import type { Category } from '@unityplan/sdk';
import { buttonClass, SkeletonList } from '@unityplan/ui';
import { CategoryEdit } from '../../../features/management/components/category-edit.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/categories/$categoryId')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: CategoryPage });

function CategoryPage() {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { categoryId } = Route.useParams();
  const { data, error, refetch } = useQuery(categoriesQuery);
  const isThis = (each: Category) => each.categoryId === categoryId;
  const category = data?.find(isThis);
  if (data && !category) throw notFound();
  const name = category ? inLanguage(category.name, language) : t('nav.categories');
  return (
    <Desk title={name} aside={category && <Link to="/categories/$slug" params={{ slug: category.slug }} className={buttonClass('secondary')}>{t('category.open')}</Link>}>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {category ? <CategoryEdit key={categoryId} category={category} onReload={async () => (await refetch()).data?.find(isThis)} /> : !error && <SkeletonList label={common('loading')} />}
    </Desk>
  );
}
