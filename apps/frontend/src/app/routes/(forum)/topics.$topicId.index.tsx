import { createFileRoute, redirect } from '@tanstack/react-router';
import { topicQuery } from '../../../features/forum/api/get-topic.ts';
import { orNotFound } from '../../or-not-found.ts';

/** A topic by its id alone leads to its full address. */
export const Route = createFileRoute('/(forum)/topics/$topicId/')({
  loader: async ({ context: { queryClient }, params, location }) => {
    const { slug } = await orNotFound(queryClient.query(topicQuery(params.topicId)));
    throw redirect({ to: '/topics/$topicId/$slug', params: { ...params, slug }, hash: location.hash, replace: true });
  },
});
