import { course as courses } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { document, lesson, quiz, quizLesson, secrets } from '../testing/documents.ts';
import { differenceOf } from './difference.ts';
import { splitKey } from './course-content.ts';
import { contentIdsOf, documentOf, manifestOf, readManifest } from './manifest.ts';

const salt = Buffer.alloc(32, 1);
const compared = (doc: courses.CourseDocument) => { const { open, key } = splitKey(doc); return { course: open, contentIds: contentIdsOf(open, key, salt) }; };
const turned = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(turned) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toReversed().map(([key, one]) => [key, turned(one)])) : value;

it('is named by its content: neither the order of fields nor empty texts matter', () => {
  const { cid, keyHash } = manifestOf(document(), salt);
  expect(cid).toMatch(/^bagaaiera[a-z2-7]{50,}$/);
  expect(manifestOf(turned(document()) as courses.CourseDocument, salt)).toMatchObject({ cid, keyHash });
  const blank = document();
  blank.quizzes[0]!.intro = { en: blank.quizzes[0]!.intro!.en, da: '' };
  const absent = document();
  absent.quizzes[0]!.intro = { en: absent.quizzes[0]!.intro!.en };
  expect(manifestOf(blank, salt).cid).toBe(manifestOf(absent, salt).cid);
  expect(manifestOf(blank, salt).cid).not.toBe(cid);
});

it('holds no answer, and tells only by the secret salt whether a guess is right', () => {
  const { text, keyText, keyHash } = manifestOf(document(), salt);
  for (const secret of [secrets.accepted, secrets.feedback, '48151623', '0.108', '"correct"', '"accepted"', '"feedback"', '"tolerance"']) {
    expect(text).not.toContain(secret);
    expect(keyText).toContain(secret);
  }
  expect(manifestOf(document(), Buffer.alloc(32, 2)).keyHash).not.toBe(keyHash);
});

it('is another version when only an answer changes', () => {
  const other = document();
  (other.quizzes[0]!.questions[0] as { correct: string }).correct = 'c';
  expect(manifestOf(other, salt).cid).not.toBe(manifestOf(document(), salt).cid);
});

it('gives the document back', () => {
  const manifest = manifestOf(document(), salt);
  const back = documentOf(readManifest(manifest, salt));
  expect(courses.courseDocument.parse(back)).toEqual(courses.courseDocument.parse(document()));
  expect(manifestOf(back, salt).cid).toBe(manifest.cid);
});

it.each<[string, (doc: courses.CourseDocument) => courses.CourseDocument, Partial<ReturnType<typeof differenceOf>>]>([
  ['nothing', (doc) => doc, {}],
  ['another text', (doc) => { doc.modules[0]!.lessons[0] = lesson('one', 'Other'); return doc; }, { lessonsChanged: ['one'] }],
  ['another title', (doc) => { doc.modules[0]!.lessons[0]!.title = { en: 'Other' }; return doc; }, { order: true }],
  ['a new lesson', (doc) => { doc.modules[0]!.lessons.push(lesson('new')); return doc; }, { lessonsAdded: ['new'], order: true }],
  ['a lesson less', (doc) => { doc.modules[0]!.lessons.pop(); return doc; }, { lessonsRemoved: ['two'], order: true }],
  ['another key', (doc) => { (doc.quizzes[0]!.questions[0] as { correct: string }).correct = 'c'; return doc; }, { quizzesChanged: ['final'] }],
  ['another pass mark', (doc) => { doc.quizzes[0]!.passPercent = 80; return doc; }, { quizzesChanged: ['final'] }],
  ['other attempts', (doc) => { doc.quizzes[0]!.attempts = 3; return doc; }, { about: true }],
  ['another quiz', (doc) => { doc.quizzes = [quiz('other')]; doc.modules[1]!.lessons = [quizLesson('three', 'other')]; return doc; }, { quizzesAdded: ['other'], quizzesRemoved: ['final'], lessonsChanged: ['three'] }],
  ['another summary', (doc) => { doc.summary = { en: 'New' }; return doc; }, { about: true }],
])('sees the difference of %s', (_name, change, expected) => {
  const same = { lessonsAdded: [], lessonsChanged: [], lessonsRemoved: [], quizzesAdded: [], quizzesChanged: [], quizzesRemoved: [], about: false, order: false };
  expect(differenceOf(compared(document()), compared(change(document())))).toEqual({ ...same, ...expected });
});
