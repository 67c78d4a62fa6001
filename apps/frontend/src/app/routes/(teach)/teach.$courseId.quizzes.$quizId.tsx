import { createFileRoute, Link } from '@tanstack/react-router';
import { EmptyState, soloLinkClass } from '@unityplan/ui';
import { titleOf } from '../../../features/courses/authoring/document.ts';
import { useDraft } from '../../../features/courses/authoring/draft-context.tsx';
import { QuizQuestions } from '../../../features/courses/authoring/quiz-questions.tsx';
import { QuizSettings } from '../../../features/courses/authoring/quiz-settings.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

export const Route = createFileRoute('/(teach)/teach/$courseId/quizzes/$quizId')({ component: QuizEditorPage });

function QuizEditorPage() {
  const { t } = useTranslation('teach');
  const { courseId, quizId } = Route.useParams();
  const { document } = useDraft();
  const quiz = document.quizzes.find(({ id }) => id === quizId);
  const back = <Link to="/teach/$courseId/contents" params={{ courseId }} className={`${soloLinkClass} self-start`}>{t('lesson.back')}</Link>;
  if (!quiz) return <EmptyState title={t('quiz.gone')} action={back} />;
  return (
    <>
      {back}
      <h2 className="text-xl">{titleOf(quiz.title, document.language, t('untitled'))}</h2>
      <QuizSettings key={quiz.id} quiz={quiz} />
      <QuizQuestions key={`${quiz.id} questions`} quiz={quiz} />
    </>
  );
}
