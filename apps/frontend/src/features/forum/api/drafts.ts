import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, type PostDraft } from '@unityplan/sdk';
import { pagedQuery, type Pages } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { store } from '../../../shared/lib/storage.ts';
import { forumKeys } from './keys.ts';

/** Texts the member has begun, newest first. */
export const draftsQuery = pagedQuery(forumKeys.drafts, (from, signal) => sdk.listPostDrafts({ query: from, signal }), { staleTime: 0 });

/** The text begun at a place; null when there is none. */
export const draftQuery = (place: string) =>
  queryOptions({
    queryKey: forumKeys.draft(place),
    queryFn: async ({ signal }): Promise<PostDraft | null> => {
      try {
        return await sdk.getPostDraft({ params: { place }, signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
    // What is written lives in the editor; an answer of an hour ago must never come back over it.
    staleTime: 0,
    gcTime: 0,
  });

/** Where a text is kept on this device until the server has it. */
export const deviceKey = (memberId: string, place: string) => `unityplan.draft.${memberId}.${place}`;

/** The draft of a text that is being posted. */
export interface PostedDraft {
  /** Before posting: nothing is saved any more. Answers the revision to be sent along: the server then drops the draft unless it is newer. */
  hold: () => Promise<number>;
  /** It could not be posted: it is kept as before. */
  release: () => void;
  /** The text is posted or given up: both copies go. `posted` leaves the server's to the post itself. */
  clear: (posted: boolean) => void;
}

/** Throws a draft away, out of the list at once. */
export function useDeleteDraft(memberId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ place }: PostDraft) => sdk.deletePostDraft({ params: { place } }),
    onMutate: async ({ place }) => {
      await client.cancelQueries({ queryKey: forumKeys.drafts });
      const before = client.getQueryData<Pages<PostDraft>>(forumKeys.drafts);
      client.setQueryData<Pages<PostDraft>>(forumKeys.drafts, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((each) => each.place !== place) })) });
      store(deviceKey(memberId, place), undefined);
      return { before };
    },
    onError: (_error, _draft, context) => client.setQueryData(forumKeys.drafts, context?.before),
  });
}

/** Puts a draft that was thrown away back. */
export function useRestoreDraft() {
  const client = useQueryClient();
  return async ({ place, title, markdown, replyToPostId }: PostDraft) => {
    await sdk.savePostDraft({ params: { place }, body: { title, markdown, replyToPostId, revision: 0 } });
    await client.invalidateQueries({ queryKey: forumKeys.drafts });
  };
}
