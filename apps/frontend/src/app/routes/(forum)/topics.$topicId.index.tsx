import { createFileRoute, redirect } from '@tanstack/react-router';
import { topicQuery } from '../../../features/forum/api/get-topic.ts';
import { isDoorClosed } from '../../../shared/lib/access.ts';
import { orNotFound } from '../../or-not-found.ts';

/** A topic by its id alone leads to its full address. */
export const Route = createFileRoute('/(forum)/topics/$topicId/')({
  loader: async ({ context: { queryClient }, params, location }) => {
    // Behind a closed door nobody learns its title; the page itself says what is missing.
    const topic = await orNotFound(queryClient.query(topicQuery(params.topicId))).catch((error: unknown) => { if (!isDoorClosed(error)) throw error; });
    throw redirect({ to: '/topics/$topicId/$slug', params: { ...params, slug: topic?.slug ?? '-' }, hash: location.hash, replace: true });
  },
});
