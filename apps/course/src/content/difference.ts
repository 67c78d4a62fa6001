import type { course as courses, RouteAnswer } from '@unityplan/contracts';
import { canonical } from './canonical.ts';
import type { OpenCourse } from './course-content.ts';
import type { ContentIds } from './manifest.ts';

type Difference = NonNullable<RouteAnswer<typeof courses.checkDraft>['difference']>;

/** A course, and the names by content of its lessons and quizzes. */
export interface Compared {
  readonly course: OpenCourse;
  readonly contentIds: ContentIds;
}

/** What someone who knows `before` finds different in `after`. */
export function differenceOf(before: Compared, after: Compared): Difference {
  const [lessons, quizzes] = [compare(before.contentIds.lessons, after.contentIds.lessons), compare(before.contentIds.quizzes, after.contentIds.quizzes)];
  return {
    lessonsAdded: lessons.added, lessonsChanged: lessons.changed, lessonsRemoved: lessons.removed,
    quizzesAdded: quizzes.added, quizzesChanged: quizzes.changed, quizzesRemoved: quizzes.removed,
    about: canonical(aboutOf(before.course, after.contentIds)) !== canonical(aboutOf(after.course, before.contentIds)),
    order: canonical(orderOf(before.course)) !== canonical(orderOf(after.course)),
  };
}

function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): { added: string[]; changed: string[]; removed: string[] } {
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    changed: [...after].filter(([id, content]) => before.has(id) && before.get(id) !== content).map(([id]) => id),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}

function aboutOf({ modules: _modules, quizzes, ...about }: OpenCourse, other: ContentIds): unknown {
  const inBoth = quizzes.filter(({ id }) => other.quizzes.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...about, quizzes: inBoth.map(({ questions: _questions, passPercent: _passPercent, ...rest }) => rest) };
}

function orderOf({ modules }: OpenCourse): unknown {
  return modules.map(({ id, title, lessons }) => ({ id, title, lessons: lessons.map(({ blocks: _blocks, ...lesson }) => lesson) }));
}
