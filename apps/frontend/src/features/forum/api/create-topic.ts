import { useQueryClient } from '@tanstack/react-query';
import type { InputOf, TopicSummary } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** Opens a topic; the same key makes a second try harmless. */
export function useCreateTopic(): (body: InputOf<'createTopic'>['body'], idempotencyKey: string) => Promise<TopicSummary> {
  const client = useQueryClient();
  return async (body, idempotencyKey) => {
    const { topic } = await sdk.createTopic({ body, idempotencyKey });
    void client.invalidateQueries({ queryKey: ['forum', 'topics'] });
    void client.invalidateQueries({ queryKey: forumKeys.categories });
    return topic;
  };
}
