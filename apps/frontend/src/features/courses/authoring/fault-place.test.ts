import { expect, it } from 'vitest';
import { newLesson, newModule, newQuiz, type CourseDocument } from './document.ts';
import { placeOf } from './fault-place.ts';

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
