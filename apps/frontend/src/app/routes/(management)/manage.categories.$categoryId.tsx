import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link, notFound } from '@tanstack/react-router';
import { buttonClass, SkeletonList, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { managedCategoriesQuery, useChangeCategory } from '../../../features/management/api/categories.ts';
import { CategoryForm } from '../../../features/management/components/category-form.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/categories/$categoryId')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: CategoryPage });

function CategoryPage() {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { categoryId } = Route.useParams();
  const { data, error, refetch } = useQuery(managedCategoriesQuery);
  const change = useChangeCategory(categoryId);
  const toast = useToast();
  const found = data?.find((each) => each.categoryId === categoryId);
  // What was read when editing began: a live update must neither move the form under one's hands nor hide a conflict.
  const [base, setBase] = useState(found);
  const category = base ?? found;
  if (data && !found) throw notFound();
  const name = found ? inLanguage(found.name, language) : t('nav.categories');
  const reload = async () => {
    const fresh = (await refetch()).data?.find((each) => each.categoryId === categoryId);
    change.reset();
    setBase(fresh);
  };
  return (
    <Desk title={name} aside={found && <Link to="/categories/$slug" params={{ slug: found.slug }} className={buttonClass('secondary')}>{t('category.open')}</Link>}>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {category ? (
        <CategoryForm key={`${categoryId} ${base?.revision ?? 0}`} category={category} busy={change.isPending} error={change.error} onReload={() => void reload()}
          onSave={(body) => change.mutate({ ...body, revision: category.revision }, { onSuccess: (saved) => { setBase(saved); toast({ text: t('saved') }); } })} />
      ) : !error && <SkeletonList label={common('loading')} />}
    </Desk>
  );
}
