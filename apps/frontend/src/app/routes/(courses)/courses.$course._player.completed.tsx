import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, EmptyState } from '@unityplan/ui';
import { courseQuery } from '../../../features/courses/api/get-course.ts';
import { CompletionView } from '../../../features/courses/components/completion-view.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(courses)/courses/$course/_player/completed')({ beforeLoad: requireMember, component: CompletedPage });

function CompletedPage() {
  const { t } = useTranslation('courses');
  const { course: slug } = Route.useParams();
  const { data: course } = useQuery(courseQuery(slug));
  if (!course) return null;
  const complete = course.mine?.enrolment?.completion != null;
  return (
    <>
      <PageHeading title={t(complete ? 'completion.title' : 'completion.notYet')}>{t(complete ? 'completion.title' : 'completion.notYet')}</PageHeading>
      {complete ? (
        <CompletionView course={course} />
      ) : (
        <EmptyState title={t('completion.notYet')} action={<Link to="/courses/$course" params={{ course: slug }} className={buttonClass()}>{t('completion.back')}</Link>}>{t('completion.notYetText')}</EmptyState>
      )}
    </>
  );
}
