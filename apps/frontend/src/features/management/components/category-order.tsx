import { Link } from '@tanstack/react-router';
import type { Category } from '@unityplan/sdk';
import { Badge, moved, SortableList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useGateWords } from '../../../shared/hooks/use-gate-words.ts';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { useOrderCategories } from '../api/categories.ts';

/** The categories in the order in which everyone sees them, to be put in another. */
export function CategoryOrder({ categories }: { categories: readonly Category[] }) {
  const { t, language } = useTranslation('management');
  const order = useOrderCategories();
  const say = useGateWords();
  const texts = useSortableTexts();
  const nameOf = (category: Category) => inLanguage(category.name, language);
  return (
    <>
      {order.error && <ProblemState error={order.error} />}
      <SortableList label={t('nav.categories')} items={categories} idOf={(each) => each.categoryId} nameOf={nameOf} texts={texts} onMove={(from, to) => order.mutate(moved(categories, from, to))}>
        {(category) => (
          <div className="flex flex-col gap-0.5 py-1">
            <Link to="/manage/categories/$categoryId" params={{ categoryId: category.categoryId }} className="inline-flex min-h-6 items-center pointer-coarse:min-h-11 self-start font-serif text-lg font-semibold hover:underline">{nameOf(category)}</Link>
            <span className="text-sm text-muted">{inLanguage(category.about, language)}</span>
            <span className="flex flex-wrap gap-x-2 gap-y-1 pt-0.5 text-sm">
              {(['read', 'create'] as const).filter((action) => category.gates[action].rule !== 'everyone' && category.gates[action].rule !== 'member').map((action) => (
                <Badge key={action} tone="clay">{t(`category.actions.${action}`)}: {say(category.gates[action])}</Badge>
              ))}
            </span>
          </div>
        )}
      </SortableList>
    </>
  );
}
