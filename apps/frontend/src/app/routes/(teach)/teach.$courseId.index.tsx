import { createFileRoute } from '@tanstack/react-router';
import { AboutForm } from '../../../features/courses/authoring/about-form.tsx';

export const Route = createFileRoute('/(teach)/teach/$courseId/')({ component: AboutForm });
