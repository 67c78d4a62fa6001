import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDrafts } from './compare.ts';
import { changeLesson, changeModule, moveLessonTo, newLesson, newModule, newQuestion, newQuiz, putLessonBack, removeQuiz, type CourseDocument } from './document.ts';
import { edit, isDirty, keepMine, nextSave, openDraft, toKeep, wasOvertaken, wasRefused, wasSaved, wasSent, type DraftState, type KeptDraft, type PendingSave } from './draft-state.ts';

const empty: CourseDocument = { language: 'en', languages: ['en'], title: { en: 'A' }, summary: {}, outcomes: [], level: 'beginner', minutes: null, cover: null, prerequisites: null, gives: null, modules: [], quizzes: [] };
const titled = (title: string) => (document: CourseDocument): CourseDocument => ({ ...document, title: { en: title } });

/** Saves as a whole, at a revision; the same key again answers the same. */
function server(document: CourseDocument) {
  let now = { revision: 1, document };
  const answered = new Map<string, number>();
  return {
    now: () => now,
    save({ key, revision, document }: PendingSave): number | 'overtaken' {
      const before = answered.get(key);
      if (before !== undefined) return before;
      if (revision !== now.revision) return 'overtaken';
      now = { revision: revision + 1, document };
      answered.set(key, now.revision);
      return now.revision;
    },
    elsewhere(document: CourseDocument) { now = { revision: now.revision + 1, document }; },
  };
}

/** What the hook does with a save: it is on its way, and whoever writes goes on. */
function takeSave(state: DraftState, key: string): { state: DraftState; save: PendingSave } | undefined {
  const save = nextSave(state, key);
  return save && { save, state: wasSent(state, save) };
}

describe('a draft that saves itself', () => {
  it('saves once and is clean', () => {
    const there = server(empty);
    let state = edit(openDraft(there.now(), undefined), titled('B'));
    const next = takeSave(state, 'k1')!;
    state = wasSaved(next.state, next.save, there.save(next.save) as number);
    expect(isDirty(state)).toBe(false);
    expect(takeSave(state, 'k2')).toBeUndefined();
    expect(toKeep(state)).toBeUndefined();
  });

  it('is in no conflict with itself when the answer of a save was lost', () => {
    const there = server(empty);
    let state = edit(openDraft(there.now(), undefined), titled('B'));
    const first = takeSave(state, 'k1')!;
    there.save(first.save);
    state = edit(first.state, titled('C'));
    const again = takeSave(state, 'k2')!;
    expect(again.save).toEqual(first.save);
    state = wasSaved(again.state, again.save, there.save(again.save) as number);
    const second = takeSave(state, 'k3')!;
    expect(there.save(second.save)).toBe(3);
    expect(there.now().document.title.en).toBe('C');
  });

  it('also after a reload', () => {
    const there = server(empty);
    const first = takeSave(edit(openDraft(there.now(), undefined), titled('B')), 'k1')!;
    there.save(first.save);
    const kept = toKeep(edit(first.state, titled('C')));
    const state = openDraft(there.now(), kept);
    expect(state.conflict).toBe(false);
    expect(there.save(takeSave(state, 'k2')!.save)).toBe(3);
  });

  it('keeps what was written while a save was on its way that the server refuses', () => {
    const { state, save } = takeSave(edit(openDraft({ revision: 1, document: empty }, undefined), titled('B')), 'k1')!;
    const refused = wasRefused(edit(state, titled('C')));
    expect(refused.document.title.en).toBe('C');
    expect(nextSave(refused, 'k2')).toEqual({ key: 'k2', revision: save.revision, document: titled('C')(empty) });
  });

  it('stops at a newer draft of another device until the author chooses', () => {
    const there = server(empty);
    const first = takeSave(edit(openDraft(there.now(), undefined), titled('mine')), 'k1')!;
    there.elsewhere(titled('theirs')(empty));
    expect(there.save(first.save)).toBe('overtaken');
    const state = wasOvertaken(first.state);
    expect(takeSave(state, 'k2')).toBeUndefined();
    const mine = takeSave(keepMine(state, there.now()), 'k2')!;
    expect(there.save(mine.save)).toBe(3);
    expect(there.now().document.title.en).toBe('mine');
    expect(openDraft(there.now(), { revision: 1, document: titled('old')(empty), pending: null }).conflict).toBe(true);
  });

  it('loses nothing in any order of edits, lost answers and reloads', () => {
    const event = fc.oneof(fc.string({ minLength: 1, maxLength: 4 }).map((title) => ({ do: 'edit' as const, title })), fc.constantFrom({ do: 'save' as const }, { do: 'lost before' as const }, { do: 'lost after' as const }, { do: 'reload' as const }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 50 }), (events) => {
        const there = server(empty);
        let state: DraftState = openDraft(there.now(), undefined);
        let wanted = 'A';
        let keys = 0;
        const save = (arrives: boolean, answered: boolean) => {
          const next = takeSave(state, `k${keys++}`);
          if (!next) return;
          state = next.state;
          const revision = arrives ? there.save(next.save) : undefined;
          expect(revision).not.toBe('overtaken');
          if (answered) state = wasSaved(state, next.save, revision as number);
        };
        for (const each of events) {
          if (each.do === 'edit') state = edit(state, titled((wanted = each.title)));
          else if (each.do === 'reload') state = openDraft(there.now(), JSON.parse(JSON.stringify(toKeep(state) ?? null)) as KeptDraft | undefined);
          else save(each.do !== 'lost before', each.do === 'save');
        }
        for (let tries = 0; tries < 3; tries++) save(true, true);
        expect(state.conflict).toBe(false);
        expect(there.now().document.title.en).toBe(wanted);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('changing a course', () => {
  const [first, second] = [newLesson(), newLesson()];
  const modules = [{ ...newModule(), id: 'm1', lessons: [first, second] }, { ...newModule(), id: 'm2' }];
  const quiz = { ...newQuiz(), questions: [newQuestion('ordering')] };
  const course: CourseDocument = { ...empty, modules, quizzes: [quiz] };

  it('moves a lesson to another module', () => {
    expect(moveLessonTo(first.id, 'm2')(course).modules.map((module) => module.lessons.map(({ id }) => id))).toEqual([[second.id], [first.id]]);
    expect(moveLessonTo('nowhere', 'm2')(course)).toBe(course);
  });

  it('puts a lesson back, and leaves what was done meanwhile', () => {
    const removed = changeModule('m1', (module) => ({ ...module, lessons: [second] }))(course);
    const added = newLesson();
    const meanwhile = changeModule('m1', () => ({ ...modules[0]!, lessons: [{ ...second, title: { en: 'Newer' } }, added] }))(removed);
    const ids = (document: CourseDocument) => document.modules.map((module) => module.lessons.map(({ id }) => id));
    expect(ids(putLessonBack(first, 'm1', 0)(meanwhile))).toEqual([[first.id, second.id, added.id], []]);
    expect(putLessonBack(first, 'm1', 0)(meanwhile).modules[0]!.lessons[1]!.title).toEqual({ en: 'Newer' });
    const elsewhere = moveLessonTo(first.id, 'm2')(course);
    expect(putLessonBack(first, 'm1', 0)(elsewhere)).toBe(elsewhere);
    expect(ids(putLessonBack(first, 'gone', 0)(removed))).toEqual([[second.id], [first.id]]);
  });

  it('takes a quiz out of its lessons too', () => {
    const shown = changeLesson(first.id, (lesson) => ({ ...lesson, blocks: [...lesson.blocks, { kind: 'quiz', id: 'b', quizId: quiz.id }] }))(course);
    const without = removeQuiz(quiz.id)(shown);
    expect(without.quizzes).toEqual([]);
    expect(without.modules[0]!.lessons[0]!.blocks).toEqual(first.blocks);
  });

  it('tells two drafts apart by their parts', () => {
    const mine = changeLesson(first.id, (lesson) => ({ ...lesson, title: { en: 'Opening' } }))(course);
    const theirs: CourseDocument = { ...course, level: 'advanced', quizzes: [] };
    expect(compareDrafts(mine, theirs, 'untitled')).toEqual([
      { what: 'about', how: 'changed', name: '' }, { what: 'lesson', how: 'changed', name: 'Opening' }, { what: 'quiz', how: 'mine', name: 'untitled' },
    ]);
    expect(compareDrafts(mine, mine, '')).toEqual([]);
  });
});
