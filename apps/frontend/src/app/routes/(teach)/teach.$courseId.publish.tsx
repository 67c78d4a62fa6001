import { createFileRoute } from '@tanstack/react-router';
import { PublishPanel } from '../../../features/courses/authoring/publish-panel.tsx';

export const Route = createFileRoute('/(teach)/teach/$courseId/publish')({ component: PublishPanel });
