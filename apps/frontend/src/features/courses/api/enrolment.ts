import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';
import { putEnrolment } from './enrolment-cache.ts';
import { courseKeys } from './keys.ts';
import type { Enrolment } from './types.ts';

function useEnrolmentCall<Input>(call: (input: Input) => Promise<Enrolment>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: async (enrolment) => {
      putEnrolment(client, enrolment);
      // The page may be of another version now, so its outline is asked for anew.
      await client.invalidateQueries({ queryKey: courseKeys.all });
    },
  });
}

/** Begins a course, or goes on where it was left. */
export const useEnrol = () => useEnrolmentCall((courseId: string) => sdk.enrol({ params: { courseId } }));
/** Goes on in another version. */
export const useMoveToVersion = () => useEnrolmentCall(({ courseId, versionId }: { courseId: string; versionId: string }) => sdk.moveToVersion({ params: { courseId }, body: { versionId } }));
/** Takes a completed course again to renew its badge. */
export const useRenewCourse = () => useEnrolmentCall((courseId: string) => sdk.renewCourse({ params: { courseId } }));

/** Leaves a course; everything done stays. */
export function useLeaveCourse() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (courseId: string) => sdk.leaveCourse({ params: { courseId } }), onSuccess: () => client.invalidateQueries({ queryKey: courseKeys.all }) });
}
