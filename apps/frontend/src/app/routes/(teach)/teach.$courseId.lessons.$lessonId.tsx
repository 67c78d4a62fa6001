import { createFileRoute, Link } from '@tanstack/react-router';
import { EmptyState, soloLinkClass } from '@unityplan/ui';
import { lessonOf, titleOf } from '../../../features/courses/authoring/document.ts';
import { useDraft } from '../../../features/courses/authoring/draft-context.tsx';
import { LessonForm } from '../../../features/courses/authoring/lesson-form.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

export const Route = createFileRoute('/(teach)/teach/$courseId/lessons/$lessonId')({ component: LessonEditorPage });

function LessonEditorPage() {
  const { t } = useTranslation('teach');
  const { courseId, lessonId } = Route.useParams();
  const { document } = useDraft();
  const lesson = lessonOf(document, lessonId);
  const back = <Link to="/teach/$courseId/contents" params={{ courseId }} className={`${soloLinkClass} self-start`}>{t('lesson.back')}</Link>;
  if (!lesson) return <EmptyState title={t('lesson.gone')} action={back} />;
  return (
    <>
      {back}
      <h2 className="text-xl">{titleOf(lesson.title, document.language, t('untitled'))}</h2>
      <LessonForm key={lesson.id} lesson={lesson} />
    </>
  );
}
