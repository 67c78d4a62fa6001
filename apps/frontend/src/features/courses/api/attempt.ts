import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';
import type { Answers } from '../quiz/answer-queue.ts';
import { putEnrolment } from './enrolment-cache.ts';
import { courseKeys } from './keys.ts';

/** Begins an attempt, or gets the one that is open. */
export function useStartAttempt(courseId: string, quizId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sdk.startAttempt({ params: { courseId, quizId }, idempotencyKey: crypto.randomUUID() }),
    onSuccess: (attempt) => {
      client.setQueryData(courseKeys.attempt(attempt.attemptId), attempt);
      void client.invalidateQueries({ queryKey: courseKeys.quiz(courseId, quizId) });
    },
  });
}

/** Hands an attempt in, with what the server may not have yet. Doing it again gives the same result. */
export function useSubmitAttempt(attemptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { seq?: number; answers: Answers }) => sdk.submitAttempt({ params: { attemptId }, body }),
    onSuccess: ({ enrolment, ...attempt }) => {
      client.setQueryData(courseKeys.attempt(attemptId), attempt);
      putEnrolment(client, enrolment);
      void client.invalidateQueries({ queryKey: courseKeys.quiz(attempt.courseId, attempt.quizId) });
    },
  });
}
