import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../../shared/lib/live.ts';
import { courseKeys } from './keys.ts';

const names: readonly string[] = ['course.enrolled', 'course.completed', 'quiz.submitted'];

/** Follows what the member does in courses on other devices. */
export function useCourseStream(memberId: string | undefined): void {
  const client = useQueryClient();
  const reload = () => void client.invalidateQueries({ queryKey: courseKeys.all });
  useLive(memberId && `member:${memberId}`, { onEntry: ({ name }) => { if (names.includes(name)) reload(); }, onReload: reload });
}
