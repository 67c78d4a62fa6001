import { createFileRoute } from '@tanstack/react-router';
import { ArchiveCourse } from '../../../features/courses/authoring/archive-course.tsx';
import { VersionsList } from '../../../features/courses/authoring/versions-list.tsx';

export const Route = createFileRoute('/(teach)/teach/$courseId/versions')({ component: VersionsPage });

function VersionsPage() {
  return (
    <>
      <VersionsList />
      <ArchiveCourse />
    </>
  );
}
