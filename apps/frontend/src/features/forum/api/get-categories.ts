import { queryOptions } from '@tanstack/react-query';
import { tellsDoors } from '../../../shared/lib/access.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** The territory's categories. */
export const categoriesQuery = queryOptions({
  queryKey: forumKeys.categories,
  queryFn: async ({ signal }) => (await sdk.listCategories({ signal })).items,
  meta: tellsDoors,
});
