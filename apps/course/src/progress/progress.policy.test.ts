import { expect, it } from 'vitest';
import { lessonsOf, splitKey } from '../content/course-content.ts';
import { contentIdsOf } from '../content/manifest.ts';
import { document, lesson, quizLesson } from '../testing/documents.ts';
import { standingIn, type Done } from './progress.policy.ts';

const versionOf = (doc = document()) => { const { open, key } = splitKey(doc); return { course: open, lessons: lessonsOf(open), contentIds: contentIdsOf(open, key, Buffer.alloc(32)) }; };
const version = versionOf();
const contentOf = (id: string) => version.contentIds.lessons.get(id)!;
const quizContent = version.contentIds.quizzes.get('final')!;
const nothing: Done = { lessons: [], passed: [], resume: { lessonId: null, blockId: null } };

it('counts lessons and required quizzes', () => {
  expect(standingIn(version, nothing)).toMatchObject({ percent: 0, complete: false, resume: null });
  expect(standingIn(version, { ...nothing, lessons: [['one', contentOf('one'), true], ['two', contentOf('two'), false]] })).toMatchObject({ percent: 25, viewed: ['one', 'two'], done: ['one'] });
  // The third lesson is nothing but the quiz.
  expect(standingIn(version, { ...nothing, passed: [['final', quizContent]] })).toMatchObject({ percent: 50, done: ['three'], passed: ['final'] });
  expect(standingIn(version, { ...nothing, lessons: [['one', contentOf('one'), true], ['two', contentOf('two'), true]], passed: [['final', quizContent]] })).toMatchObject({ percent: 100, complete: true });
});

it('takes nothing that was done in other content', () => {
  const done: Done = { ...nothing, lessons: [['one', 'other', true], ['gone', contentOf('one'), true]], passed: [['final', 'other']] };
  expect(standingIn(version, done)).toMatchObject({ percent: 0, viewed: [], done: [], passed: [] });
});

it('asks for no quiz that need not be passed', () => {
  const doc = document();
  doc.quizzes[0]!.required = false;
  const free = versionOf(doc);
  expect(standingIn(free, { ...nothing, lessons: ['one', 'two', 'three'].map((id) => [id, free.contentIds.lessons.get(id)!, true] as const) })).toMatchObject({ complete: true, passed: [] });
});

it('goes on where the learner was, as far as that is still there', () => {
  const at = (lessonId: string, blockId: string | null) => standingIn(version, { ...nothing, resume: { lessonId, blockId } }).resume;
  expect(at('one', 'text')).toEqual({ lessonId: 'one', blockId: 'text' });
  expect(at('one', 'gone')).toEqual({ lessonId: 'one', blockId: null });
  expect(at('gone', 'text')).toBeNull();
});

it('is the same lesson under another title and in another place', () => {
  const doc = document();
  const moved = { ...lesson('one'), title: { en: 'Other' }, minutes: 99 };
  doc.modules = [{ id: 'm9', title: { en: 'M' }, lessons: [quizLesson('three', 'final'), moved] }];
  expect(standingIn(versionOf(doc), { ...nothing, lessons: [['one', contentOf('one'), true]] }).done).toEqual(['one']);
});
