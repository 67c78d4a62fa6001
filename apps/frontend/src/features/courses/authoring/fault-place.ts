import type { CourseDocument } from './document.ts';

export type FaultPlace =
  | { page: 'about' }
  | { page: 'contents'; module?: number }
  | { page: 'lesson'; lessonId: string; block?: number }
  | { page: 'quiz'; quizId: string; question?: number };

/** Where a fault is mended: its path starts at the document (`modules.0.lessons.1.title`). Numbers count from 1. */
export function placeOf(path: string, document: CourseDocument): FaultPlace {
  const parts = path.replace(/\[(\d+)\]/g, '.$1').split('.').filter((part) => part !== 'document' && part !== 'body' && part !== '');
  const at = (index: number) => Number(parts[index]);
  if (parts[0] === 'modules') {
    const lesson = parts[2] === 'lessons' ? document.modules[at(1)]?.lessons[at(3)] : undefined;
    if (lesson) return { page: 'lesson', lessonId: lesson.id, ...(parts[4] === 'blocks' && parts[5] !== undefined ? { block: at(5) + 1 } : {}) };
    return { page: 'contents', ...(parts[1] !== undefined ? { module: at(1) + 1 } : {}) };
  }
  if (parts[0] === 'quizzes') {
    const quiz = document.quizzes[at(1)];
    if (quiz) return { page: 'quiz', quizId: quiz.id, ...(parts[2] === 'questions' && parts[3] !== undefined ? { question: at(3) + 1 } : {}) };
    return { page: 'contents' };
  }
  return { page: 'about' };
}

const fields = ['title', 'summary', 'outcomes', 'cover', 'gives', 'prerequisites', 'markdown', 'alt', 'caption', 'fileId', 'intro', 'prompt', 'choices', 'left', 'right', 'items', 'accepted', 'correct', 'unit', 'feedback'] as const;

/** Which field of its page a fault is about, and the line in it (from 1); undefined when it is about the whole. */
export function fieldOf(path: string): { field: (typeof fields)[number]; line?: number } | undefined {
  const parts = path.split('.');
  const at = parts.findLastIndex((part) => fields.some((field) => field === part));
  if (at < 0) return undefined;
  const line = Number(parts[at + 1]);
  return { field: parts[at] as (typeof fields)[number], ...(parts[at + 1] !== undefined && Number.isInteger(line) ? { line: line + 1 } : {}) };
}
