import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { badgeKey, badgeLevel, gate } from '../kernel/gates.ts';
import { id } from '../kernel/shapes.ts';

const ofCourse = { version: 1, scope: 'territory', owner: 'course', orderBy: 'courseId', personal: [] } as const;
const ofLearner = { ...ofCourse, orderBy: 'memberId' } as const;
const version = z.object({ courseId: id, versionId: id });
const example = { courseId: exampleId(40), versionId: exampleId(41) };
const learning = version.extend({ memberId: id });
const learningExample = { ...example, memberId: exampleId(1) };

export const coursePublished = defineEvent({
  ...ofCourse, name: 'course.published', about: 'A version of a course came out; it never changes. `badge` is what completing it gives.',
  payload: version.extend({ number: z.int(), authorId: id, badge: badgeKey.nullable(), badgeLevel, prerequisites: gate.nullable().optional().describe('Who may enrol') }), example: { ...example, number: 1, authorId: exampleId(2), badge: 'community-host', badgeLevel: 1 },
});
export const courseArchived = defineEvent({ ...ofCourse, name: 'course.archived', about: 'A course takes no new learners; who is in it can finish.', payload: z.object({ courseId: id, byId: id }), example: { courseId: exampleId(40), byId: exampleId(2) } });
export const courseEnrolled = defineEvent({ ...ofLearner, name: 'course.enrolled', about: 'A member began a course at a version.', payload: learning, example: learningExample });
export const courseVersionMoved = defineEvent({ ...ofLearner, name: 'course.version_moved', about: 'A learner chose to go on in another version.', payload: learning.extend({ fromVersionId: id }), example: { ...learningExample, fromVersionId: exampleId(42) } });
export const courseLeft = defineEvent({ ...ofLearner, name: 'course.left', about: 'A learner left a course; answers and completions stay.', payload: learning, example: learningExample });
export const quizSubmitted = defineEvent({
  ...ofLearner, name: 'quiz.submitted', about: 'A learner handed in a quiz; it was scored at once.',
  payload: learning.extend({ attemptId: id, quizId: z.string(), passed: z.boolean() }), example: { ...learningExample, attemptId: exampleId(43), quizId: 'final-quiz', passed: true },
});
/** The badge service awards on this, once per completion id, however often it arrives. */
export const courseCompleted = defineEvent({
  ...ofLearner, name: 'course.completed', about: 'A learner fulfilled everything a version asks for.',
  payload: learning.extend({ completionId: id, badge: badgeKey.nullable(), badgeLevel }), example: { ...learningExample, completionId: exampleId(44), badge: 'community-host', badgeLevel: 1 },
});
