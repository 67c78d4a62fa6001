import { queryOptions } from '@tanstack/react-query';
import { tellsDoors } from './access.ts';
import { sdk } from './sdk.ts';

/** The territory's categories. */
export const categoriesQuery = queryOptions({
  queryKey: ['forum', 'categories'],
  queryFn: async ({ signal }) => (await sdk.listCategories({ signal })).items,
  meta: tellsDoors,
});
