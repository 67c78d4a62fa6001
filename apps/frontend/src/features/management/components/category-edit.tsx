import type { Category } from '@unityplan/sdk';
import { useToast } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeCategory } from '../api/categories.ts';
import { useEditBase } from '../use-edit-base.ts';
import { CategoryForm } from './category-form.tsx';

/** Changes a category: its texts, address and doors. */
export function CategoryEdit({ category, onReload }: { category: Category; onReload: () => Promise<Category | undefined> }) {
  const { t } = useTranslation('management');
  const change = useChangeCategory(category.categoryId);
  const toast = useToast();
  const { base, saved, reload } = useEditBase(category, change, onReload);
  return (
    <CategoryForm key={base.revision} category={base} busy={change.isPending} error={change.error} onReload={() => void reload()}
      onSave={(body) => change.mutate({ ...body, revision: base.revision }, { onSuccess: (now) => { saved(now); toast({ text: t('saved') }); } })} />
  );
}
