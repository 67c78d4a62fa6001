import { createFileRoute } from '@tanstack/react-router';
import { ContentsForm } from '../../../features/courses/authoring/contents-form.tsx';

export const Route = createFileRoute('/(teach)/teach/$courseId/contents')({ component: ContentsForm });
