import type { SortableTexts } from '@unityplan/ui';
import { useTranslation } from './use-translation.ts';

/** The words of a list that can be put in order. */
export function useSortableTexts(): SortableTexts {
  const { t } = useTranslation('common');
  return {
    handle: (name) => t('sort.handle', { name }),
    up: (name) => t('sort.up', { name }),
    down: (name) => t('sort.down', { name }),
    instructions: t('sort.instructions'),
    moved: (name, place, of) => t('sort.moved', { name, place, of }),
    lifted: (name) => t('sort.lifted', { name }),
    cancelled: (name) => t('sort.cancelled', { name }),
  };
}
