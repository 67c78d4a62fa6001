import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';

/** Names a category in the reader's language; a dash while nobody has said, and for one that the reader does not see. */
export function useCategoryName(): (categoryId: string) => string {
  const language = useLanguage();
  const { data: categories } = useQuery(categoriesQuery);
  return (categoryId) => {
    const found = categories?.find((each) => each.categoryId === categoryId);
    return found ? inLanguage(found.name, language) : '–';
  };
}
