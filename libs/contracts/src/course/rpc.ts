import { z } from 'zod';
import { courseLink } from '../badge/verdict.ts';
import { exampleId } from '../kernel/examples.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id } from '../kernel/shapes.ts';

const example = { courseId: exampleId(40), slug: 'hosting-a-good-conversation', title: { en: 'Hosting a good community conversation', da: 'Vært for en god samtale' } };

export const describeCourses = defineRpc({
  owner: 'course', method: 'describe_courses', about: 'Titles and addresses of published courses. Unknown ones are left out.',
  input: z.object({ courseIds: z.array(id).max(100) }), output: z.object({ courses: z.array(courseLink) }), errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { courseIds: [exampleId(40)] }, output: { courses: [example] } },
});
