import { course as courses, type Gate } from '@unityplan/contracts';
import { standInPeople, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { startCourse } from '../src/app.ts';
import { definitions, give, startBadgeStandIn, surroundings, ways } from './badge-stand-in.ts';
import { document, rightAnswers } from '../src/testing/documents.ts';
import { startFilesStandIn } from './files-stand-in.ts';

type Document = courses.CourseDocument;

/** Courses on real servers, with people, badges and pictures at hand. */
export interface CourseWorld extends Constellation {
  person(handle: string, territory?: string): Promise<TestMember>;
  teacher(handle?: string, territory?: string): Promise<TestMember>;
  /** A course by this teacher, imported and published. */
  published(as: TestMember, content?: Partial<Document>, slug?: string): Promise<{ courseId: string; slug: string; versionId: string; number: number }>;
  /** Another version of it. */
  republish(as: TestMember, slug: string, content: Partial<Document>): Promise<{ versionId: string; number: number }>;
  /** Does every lesson and passes the quiz. */
  complete(as: TestMember, courseId: string): Promise<void>;
  /** Every event of a kind so far, oldest first. */
  events(name: string): Promise<Record<string, unknown>[]>;
}

let slugs = 0;

export async function startCourseWorld(options: { clock?: () => number; config?: Record<string, unknown>; without?: readonly string[] } = {}): Promise<CourseWorld> {
  const people = standInPeople();
  const starts = { user: people.start, badge: startBadgeStandIn, files: startFilesStandIn };
  const others = Object.entries(starts).flatMap(([name, start]) => (options.without?.includes(name) ? [] : [start]));
  for (const badge of ['host', 'voice', 'reader']) definitions.set(badge, { state: 'active', renewFromDays: 30, byHand: false });
  for (const badge of ['teacher', 'territory-manager', 'moderator']) definitions.set(badge, { state: 'active', renewFromDays: 0, byHand: true });
  const world = await startConstellation({ services: [...others, startCourse], ...(options.clock ? { clock: options.clock } : {}), ...(options.config ? { config: options.config } : {}) });
  const { call } = world;
  surroundings.places = world.resources.registry;
  surroundings.now = options.clock ?? Date.now;
  // Issuer keys are remembered for seconds: make both territories' before the first call.
  for (const territory of ['DK', 'NO']) await world.member(territory);
  ways.of = async (territory, but) => {
    const rows = await world.ground.query<{ slug: string; summary: { gives: { badge: string } | null; prerequisites: Gate | null } }>(
      `select c.slug, v.summary from territory_${territory.toLowerCase()}.courses c join territory_${territory.toLowerCase()}.course_versions v on v.id = c.current_version_id where c.id <> $1 and c.archived_at is null`, [but]);
    return rows.flatMap(({ slug, summary }) => (summary.gives ? [{ name: slug, gives: summary.gives.badge, needs: summary.prerequisites }] : []));
  };
  const person = async (handle: string, territory = 'DK'): Promise<TestMember> => {
    const member = await world.member(territory);
    people.name(member, handle);
    return member;
  };
  const put = async (as: TestMember, slug: string, content: Partial<Document>) => {
    const answer = await call(courses.importCourse, { as, body: { slug, document: document(content) } });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
    return answer.body;
  };
  return {
    ...world,
    person,
    teacher: async (handle = 'tove', territory = 'DK') => {
      const member = await person(handle, territory);
      give(member.memberId, 'teacher', { territory });
      return member;
    },
    published: (as, content = {}, slug = `course-${++slugs}`) => put(as, slug, content),
    republish: (as, slug, content) => put(as, slug, content),
    complete: async (as, courseId) => {
      await must(call(courses.enrol, { as, params: { courseId } }));
      const page = await must(call(courses.getCourse, { as, params: { course: courseId } }));
      for (const { lessonId } of page.modules.flatMap(({ lessons }) => lessons)) await must(call(courses.finishLesson, { as, params: { courseId, lessonId } }));
      for (const { quizId } of page.quizzes) {
        const { attemptId } = await must(call(courses.startAttempt, { as, params: { courseId, quizId } }));
        await must(call(courses.submitAttempt, { as, params: { attemptId }, body: { answers: rightAnswers } }));
      }
    },
    events: async (name) =>
      (await world.ground.query<{ payload: Record<string, unknown> }>('select payload from messaging.outbox where event = $1 order by id', [name])).map(({ payload }) => payload),
  };
}

/** The answer of a call that must succeed. */
export async function must<T>(answer: Promise<{ status: number; body: T; problem: unknown }>): Promise<T> {
  const { status, body, problem } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(problem)}`);
  return body;
}
