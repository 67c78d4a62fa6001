import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useToast } from '@unityplan/ui';
import { useCreateCategory } from '../../../features/management/api/categories.ts';
import { CategoryForm } from '../../../features/management/components/category-form.tsx';
import { Desk } from '../../../features/management/components/desk.tsx';
import { useKeyFor } from '../../../shared/hooks/use-key-for.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(management)/manage/categories/new')({ beforeLoad: requireMember, loader: () => loadTexts('management', 'badges'), component: NewCategoryPage });

function NewCategoryPage() {
  const { t } = useTranslation('management');
  const create = useCreateCategory();
  const navigate = useNavigate();
  const toast = useToast();
  const keyFor = useKeyFor();
  return (
    <Desk title={t('category.new')}>
      <CategoryForm busy={create.isPending} error={create.error}
        onSave={(body) => create.mutate({ body, idempotencyKey: keyFor(body) }, {
          onSuccess: () => { toast({ text: t('category.created') }); void navigate({ to: '/manage/categories' }); },
        })} />
    </Desk>
  );
}
