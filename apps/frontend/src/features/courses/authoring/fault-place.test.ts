import { expect, it } from 'vitest';
import { newLesson, newModule, newQuiz, type CourseDocument } from './document.ts';
import { fieldOf, placeOf } from './fault-place.ts';

const lesson = newLesson();
const quiz = newQuiz();
const document = { modules: [newModule(), { ...newModule(), lessons: [lesson] }], quizzes: [quiz] } as unknown as CourseDocument;

it('leads from a fault to the page that mends it', () => {
  expect(placeOf('title.da', document)).toEqual({ page: 'about' });
  expect(placeOf('modules', document)).toEqual({ page: 'contents' });
  expect(placeOf('modules.0.title', document)).toEqual({ page: 'contents', module: 1 });
  expect(placeOf('modules.1.lessons.0.title', document)).toEqual({ page: 'lesson', lessonId: lesson.id });
  expect(placeOf('document.modules.1.lessons.0.blocks.2.alt', document)).toEqual({ page: 'lesson', lessonId: lesson.id, block: 3 });
  expect(placeOf('modules[1].lessons[0].blocks[0]', document)).toEqual({ page: 'lesson', lessonId: lesson.id, block: 1 });
  expect(placeOf('quizzes.0.questions.4.correct', document)).toEqual({ page: 'quiz', quizId: quiz.id, question: 5 });
  expect(placeOf('modules.1.lessons.9.title', document)).toEqual({ page: 'contents', module: 2 });
  expect(placeOf('quizzes.9.title', document)).toEqual({ page: 'contents' });
});

it('names the field', () => {
  expect(fieldOf('title.da')).toEqual({ field: 'title' });
  expect(fieldOf('outcomes.1.en')).toEqual({ field: 'outcomes', line: 2 });
  expect(fieldOf('quizzes.0.questions.4.choices.2.text.en')).toEqual({ field: 'choices', line: 3 });
  expect(fieldOf('quizzes.0.questions.4.correct')).toEqual({ field: 'correct' });
  expect(fieldOf('modules.1.lessons.0.blocks.2.alt.en')).toEqual({ field: 'alt' });
  expect(fieldOf('modules.0.lessons')).toBeUndefined();
});
