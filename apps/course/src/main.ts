import { runProcess } from '@unityplan/service-kit';
import { startCourse } from './app.ts';
import { readCourseConfig } from './course.config.ts';

await runProcess(() => startCourse(readCourseConfig()));
