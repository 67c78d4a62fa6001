import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { useEffect } from 'react';
import { courseQuery, lessonQuery } from '../../../features/courses/api/get-course.ts';
import { useSavePosition } from '../../../features/courses/api/lesson-progress.ts';
import { ContentProblem } from '../../../features/courses/components/content-problem.tsx';
import { LessonFoot } from '../../../features/courses/components/lesson-foot.tsx';
import { LessonView } from '../../../features/courses/components/lesson-view.tsx';
import { Localised, useSaid } from '../../../features/courses/components/localised.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

export const Route = createFileRoute('/(courses)/courses/$course/_player/lessons/$lessonId')({ component: LessonPage });

function LessonPage() {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const { course: slug, lessonId } = Route.useParams();
  const { data: course } = useQuery(courseQuery(slug));
  const courseId = course?.courseId ?? '';
  const { data: lesson, error, refetch } = useQuery({ ...lessonQuery(courseId, lessonId), enabled: !!course });
  const enrolment = course?.mine?.enrolment;
  const savePosition = useSavePosition(courseId, lessonId, enrolment?.state === 'active' && !!lesson);
  const say = useSaid(course?.language ?? 'en');
  const loaded = lesson?.lessonId;
  useEffect(() => {
    // Blocks come after the page, so the browser cannot have gone to the one of the address yet.
    if (loaded && location.hash.startsWith('#block-')) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [loaded]);
  if (!course) return null;
  if (error && !lesson) return <ContentProblem course={course} error={error} onRetry={() => void refetch()} />;
  if (!lesson) return <SkeletonList rows={4} label={common('loading')} />;
  return (
    <article className="flex flex-col gap-6">
      <header>
        <PageHeading title={say(lesson.title)}><Localised text={lesson.title} main={lesson.language} /></PageHeading>
        {lesson.minutes > 0 && <p className="text-sm text-muted">{t('minutes', { count: lesson.minutes })}</p>}
      </header>
      <LessonView key={lesson.lessonId} lesson={lesson} slug={slug} passed={new Set(enrolment?.progress.passed)} onBlock={savePosition} />
      <LessonFoot course={course} lesson={lesson} />
    </article>
  );
}
