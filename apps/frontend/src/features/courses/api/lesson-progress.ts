import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { sdk } from '../../../shared/lib/sdk.ts';
import { putEnrolment, putProgress } from './enrolment-cache.ts';
import { courseKeys } from './keys.ts';
import type { CoursePage, Lesson } from './types.ts';

/** Marks a lesson as done: shown at once, taken back when it failed. Answers the enrolment, which may be complete now. */
export function useFinishLesson(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lessonId: string) => sdk.finishLesson({ params: { courseId, lessonId } }),
    onMutate: async (lessonId) => {
      const pages = { queryKey: [...courseKeys.all, 'course'] };
      await client.cancelQueries(pages);
      const before = client.getQueriesData<CoursePage>(pages);
      client.setQueriesData<CoursePage>(pages, (page) => {
        const enrolment = page?.mine?.enrolment;
        if (!page?.mine || !enrolment || page.courseId !== courseId || enrolment.progress.done.includes(lessonId)) return page;
        return { ...page, mine: { ...page.mine, enrolment: { ...enrolment, progress: { ...enrolment.progress, done: [...enrolment.progress.done, lessonId] } } } };
      });
      client.setQueryData<Lesson>(courseKeys.lesson(courseId, lessonId), (lesson) => lesson && { ...lesson, done: true });
      return { before };
    },
    onSuccess: (enrolment) => putEnrolment(client, enrolment),
    onError: (_error, lessonId, context) => {
      for (const [key, data] of context?.before ?? []) client.setQueryData(key, data);
      void client.invalidateQueries({ queryKey: courseKeys.lesson(courseId, lessonId) });
    },
  });
}

/** Notes where the reader is, to go on from there on any device. Nobody waits for it: what is lost is noted with the next block. */
export function useSavePosition(courseId: string, lessonId: string, active: boolean): (blockId: string | null) => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<string>(undefined);
  const save = useCallback(
    (blockId: string | null) => {
      if (!active || last.current === `${lessonId} ${blockId}`) return;
      last.current = `${lessonId} ${blockId}`;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        sdk.savePosition({ params: { courseId }, body: { lessonId, blockId } }).then((progress) => putProgress(client, courseId, progress), () => undefined);
      }, blockId === null ? 0 : 1200);
    },
    [client, courseId, lessonId, active],
  );
  useEffect(() => save(null), [save]);
  return save;
}
