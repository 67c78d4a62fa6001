import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, useToast } from '@unityplan/ui';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { setCourseState } from './api.ts';
import { useDraft } from './draft-context.tsx';

/** Takes a published course out of the catalogue, or puts it back. Who is in it can finish. */
export function ArchiveCourse() {
  const { t } = useTranslation('teach');
  const { course } = useDraft();
  const client = useQueryClient();
  const toast = useToast();
  const failed = useProblemToast();
  const archived = course.state === 'archived';
  const params = { courseId: course.courseId };
  const change = useMutation({
    mutationFn: (to: boolean) => (to ? sdk.archiveCourse({ params }) : sdk.unarchiveCourse({ params })),
    onSuccess: (_, to) => {
      setCourseState(client, course.courseId, to ? 'archived' : 'published');
      toast({ text: t(to ? 'archive.done' : 'archive.undone') });
      void client.invalidateQueries({ queryKey: ['own'], predicate: ({ queryKey }) => queryKey[1] === 'courses' || (queryKey[1] === 'teach' && queryKey[2] === 'list') });
    },
    onError: failed,
  });
  if (course.state === 'draft') return null;
  return (
    <section aria-labelledby="archive" className="flex flex-col items-start gap-2 border-t border-line pt-6">
      <h2 id="archive" className="text-xl">{t('archive.title')}</h2>
      <p className="text-muted">{t(archived ? 'archive.isArchived' : 'archive.text')}</p>
      <Button tone="secondary" busy={change.isPending} onClick={() => change.mutate(!archived)}>{t(archived ? 'archive.undo' : 'archive.do')}</Button>
    </section>
  );
}
