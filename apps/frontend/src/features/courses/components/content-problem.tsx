import { Link, useRouterState } from '@tanstack/react-router';
import { ApiProblem } from '@unityplan/sdk';
import { buttonClass, Notice } from '@unityplan/ui';
import { PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useProblemTexts } from '../../../shared/hooks/use-problem.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { CoursePage } from '../api/types.ts';
import { EnrolPanel } from './enrol-panel.tsx';
import { useSaid } from './localised.tsx';

interface Props {
  course: CoursePage;
  error: unknown;
  onRetry: () => void;
}

/** Why content is not shown, and the way to it: sign in, begin the course, or get what is missing. */
export function ContentProblem(props: Props) {
  const say = useSaid(props.course.language);
  const title = say(props.course.title);
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={title}>{title}</PageHeading>
      <ContentReason {...props} />
    </div>
  );
}

/** The same below a heading that is there already. */
export function ContentReason({ course, error, onRetry }: Props) {
  const { t: common } = useTranslation('common');
  const back = useRouterState({ select: ({ location }) => location.href });
  const problem = useProblemTexts();
  const code = error instanceof ApiProblem ? error.code : undefined;
  if (code === 'course_not_enrolled') {
    return (
      <div className="flex flex-col gap-4">
        <Notice><p className="font-semibold">{problem(error).title}</p><p>{problem(error).mend}</p></Notice>
        <EnrolPanel course={course} />
      </div>
    );
  }
  if (code === 'not_signed_in') {
    return (
      <Notice>
        <p className="mb-3 font-semibold">{problem(error).title}</p>
        <Link to="/sign-in" search={{ back }} className={buttonClass()}>{common('signIn')}</Link>
      </Notice>
    );
  }
  return <ProblemState error={error} onRetry={onRetry} />;
}
