import { useQuery } from '@tanstack/react-query';
import { Dialog, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { LessonView } from '../components/lesson-view.tsx';
import { useSaid } from '../components/localised.tsx';
import { previewQuery } from './api.ts';
import { useDraft } from './draft-context.tsx';

/** The saved lesson as learners will see it. */
export function LessonPreview({ lessonId, onClose }: { lessonId: string; onClose: () => void }) {
  const { t: common } = useTranslation('common');
  const { t } = useTranslation('teach');
  const { course, revision } = useDraft();
  const { data, error, refetch } = useQuery(previewQuery(course.courseId, lessonId, revision));
  const say = useSaid(data?.language ?? 'en');
  return (
    <Dialog title={data ? say(data.title) || t('untitled') : t('lesson.see')} closeLabel={common('close')} onClose={onClose}>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonList label={common('loading')} />}
      {data && <LessonView lesson={data} slug={course.slug} passed={new Set()} onBlock={() => undefined} />}
    </Dialog>
  );
}
