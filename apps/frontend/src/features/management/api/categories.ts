import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Category, InputOf } from '@unityplan/sdk';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { queued, takeBack } from '../../../shared/lib/queued.ts';
import { sdk } from '../../../shared/lib/sdk.ts';

const key = categoriesQuery.queryKey;

/** Makes a category; the same key makes a second try harmless. */
export function useCreateCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: InputOf<'createCategory'>['body']; idempotencyKey: string }) => sdk.createCategory({ body, idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Changes texts and gates. What is open elsewhere asks anew what may be done. */
export function useChangeCategory(categoryId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InputOf<'changeCategory'>['body']) => sdk.changeCategory({ params: { categoryId }, body }),
    onSuccess: (changed) => {
      client.setQueryData<Category[]>(key, (all) => all?.map((each) => (each.categoryId === categoryId ? changed : each)));
      void client.invalidateQueries({ queryKey: ['forum'] });
    },
  });
}

const order = 'category-order';

/** Puts the categories in another order: here at once, back when the server refuses. */
export function useOrderCategories() {
  const client = useQueryClient();
  return useMutation({
    ...queued(order),
    mutationFn: (ordered: readonly Category[]) => sdk.orderCategories({ body: { categoryIds: ordered.map((each) => each.categoryId) } }),
    onMutate: async (ordered) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Category[]>(key);
      client.setQueryData(key, [...ordered]);
      return { before };
    },
    onError: (_error, _ordered, context) => takeBack(client, order, key, context?.before),
  });
}
