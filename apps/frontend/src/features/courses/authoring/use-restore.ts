import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';
import { teachKeys } from './api.ts';
import { useDraft } from './draft-context.tsx';

/** Makes an earlier save or a version the draft again, as a new revision. */
export function useRestore() {
  const client = useQueryClient();
  const { course, revision, show } = useDraft();
  const { courseId } = course;
  return useMutation({
    mutationFn: (from: InputOf<'restoreDraft'>['body']['from']) => sdk.restoreDraft({ params: { courseId }, body: { revision, from } }),
    onSuccess: (draft) => {
      show(draft);
      for (const key of [teachKeys.revisions(courseId), teachKeys.check(courseId), teachKeys.list]) void client.invalidateQueries({ queryKey: key });
    },
  });
}
