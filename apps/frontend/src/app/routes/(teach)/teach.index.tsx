import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { AuthoredList } from '../../../features/courses/authoring/authored-list.tsx';
import { NewCourseForm } from '../../../features/courses/authoring/new-course-form.tsx';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { roleQuery } from '../../../shared/lib/roles.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(teach)/teach/')({
  beforeLoad: requireMember,
  loader: () => loadTexts('teach', 'badges'),
  component: TeachPage,
});

function TeachPage() {
  const { t } = useTranslation('teach');
  const navigate = useNavigate();
  const access = useQuery(roleQuery('teacher')).data;
  return (
    <NarrowPage className="max-w-4xl gap-8">
      <div>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <p className="text-lg text-muted">{t('lead')}</p>
      </div>
      {access?.allowed && <NewCourseForm onDone={(courseId) => void navigate({ to: '/teach/$courseId', params: { courseId } })} />}
      {access && !access.allowed && <AccessNotice verdict={access} title={t('new.closed')} />}
      <AuthoredList />
    </NarrowPage>
  );
}
