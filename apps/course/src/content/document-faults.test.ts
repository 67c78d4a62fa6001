import type { course as courses } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { document, quizLesson } from '../testing/documents.ts';
import { documentAdvice, documentFaults } from './document-faults.ts';

type Document = courses.CourseDocument;
const question = (doc: Document, kind: string) => doc.quizzes[0]!.questions.find((one) => one.kind === kind) as never as Record<string, unknown>;
const at = (doc: Document, kind: string) => `quizzes.0.questions.${doc.quizzes[0]!.questions.findIndex((one) => one.kind === kind)}`;

it('finds nothing wrong with a good course', () => {
  expect(documentFaults(document())).toEqual([]);
  expect(documentAdvice(document())).toEqual([]);
});

it.each<[string, (doc: Document) => void, string]>([
  ['no module', (doc) => (doc.modules = []), 'modules'],
  ['a module without lessons', (doc) => (doc.modules[0]!.lessons = []), 'modules.0.lessons'],
  ['an empty lesson', (doc) => (doc.modules[0]!.lessons[0]!.blocks = []), 'modules.0.lessons.0.blocks'],
  ['no title', (doc) => (doc.title = { da: 'Kun dansk' }), 'title.en'],
  ['a blank text', (doc) => (doc.modules[0]!.lessons[0]!.blocks[0] = { kind: 'text', id: 'text', markdown: { en: '', da: 'x' } }), 'modules.0.lessons.0.blocks.0.markdown.en'],
  ['a picture without words', (doc) => (doc.modules[0]!.lessons[0]!.blocks[0] = { kind: 'image', id: 'pic', fileId: '01900000-0000-7000-8000-000000000001', alt: {} }), 'modules.0.lessons.0.blocks.0.alt.en'],
  ['a quiz that is gone', (doc) => (doc.modules[0]!.lessons[0]!.blocks[0] = { kind: 'quiz', id: 'q', quizId: 'gone' }), 'modules.0.lessons.0.blocks.0.quizId'],
  ['a required quiz in no lesson', (doc) => doc.modules.pop(), 'quizzes.0'],
  ['a quiz without questions', (doc) => (doc.quizzes[0]!.questions = []), 'quizzes.0.questions'],
  ['a choice without words', (doc) => ((question(doc, 'single')['choices'] as { text: object }[])[1]!.text = {}), 'quizzes.0.questions.0.choices.1.text.en'],
  ['one choice', (doc) => (question(doc, 'single')['choices'] = [{ id: 'b', text: { en: 'b' } }]), 'quizzes.0.questions.0.choices'],
  ['no right answer', (doc) => (question(doc, 'single')['correct'] = null), 'quizzes.0.questions.0.correct'],
  ['a right answer that is no choice', (doc) => (question(doc, 'single')['correct'] = 'x'), 'quizzes.0.questions.0.correct'],
  ['none of several right', (doc) => (question(doc, 'multiple')['correct'] = []), 'quizzes.0.questions.1.correct'],
  ['one right twice', (doc) => (question(doc, 'multiple')['correct'] = ['a', 'a']), 'quizzes.0.questions.1.correct'],
  ['a pair missing', (doc) => (question(doc, 'matching')['correct'] = { l1: 'r1' }), 'quizzes.0.questions.2.left.1'],
  ['a pair with nothing', (doc) => (question(doc, 'matching')['correct'] = { l1: 'r1', l2: 'r9' }), 'quizzes.0.questions.2.left.1'],
  ['a pair of nothing', (doc) => (question(doc, 'matching')['correct'] = { l1: 'r1', l2: 'r1', l9: 'r1' }), 'quizzes.0.questions.2.correct'],
  ['a name of every object', (doc) => (question(doc, 'matching')['correct'] = { l1: 'r1', l2: 'r1', constructor: 'r1' }), 'quizzes.0.questions.2.correct'],
  ['an order with a gap', (doc) => (question(doc, 'ordering')['correct'] = ['i1', 'i2']), 'quizzes.0.questions.3.correct'],
  ['an order with a double', (doc) => (question(doc, 'ordering')['correct'] = ['i1', 'i2', 'i2']), 'quizzes.0.questions.3.correct'],
  ['nothing accepted', (doc) => (question(doc, 'text')['accepted'] = { en: [' ... '] }), 'quizzes.0.questions.4.accepted'],
  ['no number', (doc) => (question(doc, 'number')['correct'] = null), 'quizzes.0.questions.5.correct'],
  ['markup without end', (doc) => (doc.modules[0]!.lessons[0]!.blocks[0] = { kind: 'text', id: 'text', markdown: { en: '> '.repeat(200) } }), 'modules.0.lessons.0.blocks.0.markdown.en'],
])('tells of %s', (_name, spoil, path) => {
  const doc = document();
  spoil(doc);
  const faults = documentFaults(doc);
  expect(faults.map((fault) => fault.path)).toContain(path);
  for (const { message } of faults) expect([message.en, message.da].every((text) => text.length > 5)).toBe(true);
});

it('lists everything at once', () => {
  const doc = document({ title: {}, modules: [] });
  expect(at(doc, 'number')).toBe('quizzes.0.questions.5');
  expect(documentFaults(doc).map(({ path }) => path)).toEqual(['title.en', 'modules', 'quizzes.0']);
});

it('advises on what stops nothing', () => {
  const doc = document();
  doc.modules[0]!.title = { en: 'Only English' };
  doc.quizzes[0]!.required = false;
  doc.modules[1]!.lessons = [quizLesson('three', 'final')];
  doc.modules[1]!.lessons[0]!.blocks = [{ kind: 'text', id: 't', markdown: { en: 'x', da: 'y' } }];
  expect(documentFaults(doc)).toEqual([]);
  expect(documentAdvice(doc).map(({ path }) => path)).toEqual(['modules.0.title.da', 'quizzes.0']);
});
