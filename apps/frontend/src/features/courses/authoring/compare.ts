import { same } from '../same.ts';
import { titleOf, type CourseDocument } from './document.ts';

export interface DraftDifference {
  what: 'about' | 'order' | 'lesson' | 'quiz';
  how: 'changed' | 'mine' | 'theirs';
  name: string;
}

/** Where two drafts of a course differ, part by part: `mine` is only in the first, `theirs` only in the second. */
export function compareDrafts(mine: CourseDocument, theirs: CourseDocument, untitled: string): DraftDifference[] {
  const out: DraftDifference[] = [];
  const { modules: myModules, quizzes: _mine, ...myAbout } = mine;
  const { modules: theirModules, quizzes: _theirs, ...theirAbout } = theirs;
  if (!same(myAbout, theirAbout)) out.push({ what: 'about', how: 'changed', name: '' });
  const shape = (modules: CourseDocument['modules']) => modules.map(({ lessons, ...module }) => ({ ...module, lessons: lessons.map(({ id }) => id) }));
  if (!same(shape(myModules), shape(theirModules))) out.push({ what: 'order', how: 'changed', name: '' });
  const lessons = (document: CourseDocument) => document.modules.flatMap((module) => module.lessons);
  const pairs = [['lesson', lessons(mine), lessons(theirs)], ['quiz', mine.quizzes, theirs.quizzes]] as const;
  for (const [what, mineAll, theirAll] of pairs) {
    const theirsById = new Map(theirAll.map((each) => [each.id, each] as const));
    for (const each of mineAll) {
      const other = theirsById.get(each.id);
      const name = titleOf(each.title, mine.language, untitled);
      if (!other) out.push({ what, how: 'mine', name });
      else if (!same(each, other)) out.push({ what, how: 'changed', name });
      theirsById.delete(each.id);
    }
    for (const each of theirsById.values()) out.push({ what, how: 'theirs', name: titleOf(each.title, theirs.language, untitled) });
  }
  return out;
}
