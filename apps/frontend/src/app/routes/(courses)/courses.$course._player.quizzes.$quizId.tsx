import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { courseQuery, quizQuery } from '../../../features/courses/api/get-course.ts';
import { ContentProblem } from '../../../features/courses/components/content-problem.tsx';
import { Localised, useSaid } from '../../../features/courses/components/localised.tsx';
import { QuizStart } from '../../../features/courses/components/quiz-start.tsx';
import { AttemptView } from '../../../features/courses/quiz/attempt-view.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(courses)/courses/$course/_player/quizzes/$quizId')({
  validateSearch: (search): { attempt?: string } => {
    const attempt = textParam(search['attempt'], 36);
    return attempt ? { attempt } : {};
  },
  beforeLoad: requireMember,
  component: QuizPage,
});

function QuizPage() {
  const { t: common } = useTranslation('common');
  const { course: slug, quizId } = Route.useParams();
  const { attempt } = Route.useSearch();
  const { me } = Route.useRouteContext();
  const navigate = useNavigate();
  const { data: course } = useQuery(courseQuery(slug));
  const { data: quiz, error, refetch } = useQuery({ ...quizQuery(course?.courseId ?? '', quizId), enabled: !!course });
  const say = useSaid(course?.language ?? 'en');
  if (!course) return null;
  if (error && !quiz) return <ContentProblem course={course} error={error} onRetry={() => void refetch()} />;
  if (!quiz) return <SkeletonList rows={3} label={common('loading')} />;
  const open = (attemptId: string | undefined) => void navigate({ to: '.', search: attemptId ? { attempt: attemptId } : {} });
  return (
    <article className="flex flex-col gap-6">
      <PageHeading title={say(quiz.title)}><Localised text={quiz.title} main={quiz.language} /></PageHeading>
      {attempt ? <AttemptView key={attempt} attemptId={attempt} course={course} quiz={quiz} memberId={me.memberId} onOpen={open} /> : <QuizStart quiz={quiz} onOpen={open} />}
    </article>
  );
}
