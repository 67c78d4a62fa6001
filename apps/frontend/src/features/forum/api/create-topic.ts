import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@unityplan/sdk';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { sendAgain } from '../../../shared/lib/query-client.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import type { PostedDraft } from './drafts.ts';

/** Opens a topic; the same key makes a second try harmless. Its draft goes with it, also when its page was left meanwhile. */
export function useCreateTopic(draft: PostedDraft) {
  const client = useQueryClient();
  return useMutation({
    ...sendAgain,
    mutationFn: async ({ body, idempotencyKey }: { body: Omit<InputOf<'createTopic'>['body'], 'draftRevision'>; idempotencyKey: string }) =>
      (await sdk.createTopic({ body: { ...body, draftRevision: await draft.hold() }, idempotencyKey })).topic,
    onError: draft.release,
    onSuccess: () => {
      draft.clear(true);
      void client.invalidateQueries({ queryKey: ['forum', 'topics'] });
      void client.invalidateQueries({ queryKey: categoriesQuery.queryKey });
    },
  });
}
