import { expect, it } from 'vitest';
import { changesOf, titleOfId } from './changes.ts';

const none = { lessonsAdded: [], lessonsChanged: [], lessonsRemoved: [], quizzesAdded: [], quizzesChanged: [], quizzesRemoved: [], about: false, order: false };

it('names what differs, with the titles the reader knows', () => {
  const course = {
    modules: [{ moduleId: 'm', title: {}, lessons: [{ lessonId: 'opening', title: { en: 'Opening well' }, minutes: 1, preview: false, quizIds: [] }] }],
    quizzes: [{ quizId: 'final', title: { en: 'The quiz' }, questionCount: 3, passPercent: 80, attempts: null, required: true }],
  };
  const changes = changesOf({ ...none, lessonsAdded: ['closing-in-time'], lessonsChanged: ['opening'], quizzesRemoved: ['final', 'z-k4m2q7', 'z-aaaaaa'] }, course, (text) => text.en ?? '');
  expect(changes).toEqual([
    { what: 'lesson', how: 'added', name: 'Closing in time', count: 1 },
    { what: 'lesson', how: 'changed', name: 'Opening well', count: 1 },
    { what: 'quiz', how: 'removed', name: 'The quiz', count: 1 },
    { what: 'quiz', how: 'removed', name: '', count: 2 },
  ]);
  expect(titleOfId('l-jcmq5n')).toBeUndefined();
});
