import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@unityplan/sdk';
import { sendAgain } from '../../../shared/lib/query-client.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** Opens a topic; the same key makes a second try harmless. `onPosted` is called also when its page was left meanwhile. */
export function useCreateTopic(onPosted: () => void) {
  const client = useQueryClient();
  return useMutation({
    ...sendAgain,
    mutationFn: async (input: { body: InputOf<'createTopic'>['body']; idempotencyKey: string }) => (await sdk.createTopic(input)).topic,
    onSuccess: () => {
      onPosted();
      void client.invalidateQueries({ queryKey: ['forum', 'topics'] });
      void client.invalidateQueries({ queryKey: forumKeys.categories });
    },
  });
}
