import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Outlet } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { draftQuery } from '../../../features/courses/authoring/api.ts';
import { DraftFrame } from '../../../features/courses/authoring/draft-frame.tsx';
import { NarrowPage } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { requireMember } from '../../require-member.ts';

export const Route = createFileRoute('/(teach)/teach/$courseId')({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(badgesQuery);
    return loadTexts('teach', 'courses', 'badges', 'forum', 'files');
  },
  component: EditorPage,
});

function EditorPage() {
  const { t: common } = useTranslation('common');
  const { courseId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { data, error, refetch } = useQuery(draftQuery(courseId));
  if (error && !data) return <NarrowPage><ProblemState error={error} onRetry={() => void refetch()} /></NarrowPage>;
  if (!data) return <NarrowPage><SkeletonList label={common('loading')} /></NarrowPage>;
  return (
    <DraftFrame key={courseId} course={data} memberId={me.memberId}>
      <Outlet />
    </DraftFrame>
  );
}
