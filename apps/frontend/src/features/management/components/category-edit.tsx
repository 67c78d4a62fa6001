import type { Category } from '@unityplan/sdk';
import { useToast } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeCategory } from '../api/categories.ts';
import { CategoryForm } from './category-form.tsx';

/** Changes a category: its texts, address and doors. */
export function CategoryEdit({ category, onReload }: { category: Category; onReload: () => Promise<Category | undefined> }) {
  const { t } = useTranslation('management');
  const change = useChangeCategory(category.categoryId);
  const toast = useToast();
  // What was read when editing began: a live update must neither move the form under one's hands nor hide a conflict.
  const [base, setBase] = useState(category);
  const reload = async () => {
    const fresh = await onReload();
    change.reset();
    if (fresh) setBase(fresh);
  };
  return (
    <CategoryForm key={base.revision} category={base} busy={change.isPending} error={change.error} onReload={() => void reload()}
      onSave={(body) => change.mutate({ ...body, revision: base.revision }, { onSuccess: (saved) => { setBase(saved); toast({ text: t('saved') }); } })} />
  );
}
