import type { course as courses } from '@unityplan/contracts';
import { parseText, renderText } from '@unityplan/markdown';
import { Problem } from '@unityplan/contracts';
import { lessonsOf, quizIdsOf } from './course-content.ts';
import { say, type Fault } from './fault-texts.ts';
import { keyFaults } from './question-faults.ts';

type Document = courses.CourseDocument;
type Text = courses.LocalisedText;
interface TextAt { readonly path: string; readonly text: Text; readonly markdown?: boolean }

/** Everything a document lacks by itself, without asking anyone. Paths start at the document. */
export function documentFaults(course: Document): Fault[] {
  return [...textFaults(course), ...structureFaults(course), ...course.quizzes.flatMap((quiz, q) => quizFaults(quiz, `quizzes.${q}`)), ...markupFaults(course)];
}

/** What is worth a look and stops nothing: languages that are offered and not complete, quizzes that nobody meets. */
export function documentAdvice(course: Document): Fault[] {
  const others = course.languages.filter((language) => language !== course.language);
  const missing = textsOf(course).flatMap(({ path, text }) => others.flatMap((language) => (text[language] ? [] : [{ path: `${path}.${language}`, message: say.textMissing(language) }])));
  const shown = shownQuizzes(course);
  return [...missing, ...course.quizzes.flatMap(({ id, required }, q) => (shown.has(id) || required ? [] : [{ path: `quizzes.${q}`, message: say.quizIdle }]))];
}

function textFaults(course: Document): Fault[] {
  return textsOf(course).flatMap(({ path, text }) => (text[course.language] ? [] : [{ path: `${path}.${course.language}`, message: say.textMissing(course.language) }]));
}

function structureFaults(course: Document): Fault[] {
  const faults: Fault[] = course.modules.length === 0 ? [{ path: 'modules', message: say.noModule }] : [];
  course.modules.forEach((module, m) => {
    if (module.lessons.length === 0) faults.push({ path: `modules.${m}.lessons`, message: say.noLesson });
    module.lessons.forEach((lesson, l) => {
      const path = `modules.${m}.lessons.${l}.blocks`;
      if (lesson.blocks.length === 0) faults.push({ path, message: say.noBlock });
      lesson.blocks.forEach((block, b) => {
        if (block.kind === 'quiz' && !course.quizzes.some(({ id }) => id === block.quizId)) faults.push({ path: `${path}.${b}.quizId`, message: say.quizUnknown });
      });
    });
  });
  const shown = shownQuizzes(course);
  course.quizzes.forEach(({ id, required }, q) => required && !shown.has(id) && faults.push({ path: `quizzes.${q}`, message: say.quizUnused }));
  return faults;
}

function quizFaults(quiz: courses.QuizDraft, path: string): Fault[] {
  if (quiz.questions.length === 0) return [{ path: `${path}.questions`, message: say.noQuestion }];
  return quiz.questions.flatMap((question, i) => keyFaults(question, `${path}.questions.${i}`));
}

/** Markup that is too involved is refused now, not when a learner opens the lesson. */
function markupFaults(course: Document): Fault[] {
  return textsOf(course).flatMap(({ path, text, markdown }) => (markdown ? Object.entries(text).flatMap(([language, source]) => (source ? refusalOf(source, `${path}.${language}`) : [])) : []));
}

function refusalOf(markdown: string, path: string): Fault[] {
  try {
    renderText(parseText(markdown, path), new Set(), 'lesson-0-', { headings: 'from-third' });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return (error.faults ?? []).map((fault) => ({ path: fault.path, message: { en: fault.message, da: 'Brug enklere opmærkning, eller del teksten op' } }));
  }
}

function shownQuizzes(course: Document): Set<string> {
  return new Set(lessonsOf(course).flatMap(({ lesson }) => quizIdsOf(lesson)));
}

/** Every text that people read and that must be there. */
function textsOf(course: Document): TextAt[] {
  const texts: TextAt[] = [{ path: 'title', text: course.title }, { path: 'summary', text: course.summary }, ...course.outcomes.map((text, i) => ({ path: `outcomes.${i}`, text }))];
  course.modules.forEach((module, m) => {
    texts.push({ path: `modules.${m}.title`, text: module.title });
    module.lessons.forEach((lesson, l) => texts.push({ path: `modules.${m}.lessons.${l}.title`, text: lesson.title }, ...lesson.blocks.flatMap((block, b) => blockTexts(block, `modules.${m}.lessons.${l}.blocks.${b}`))));
  });
  course.quizzes.forEach((quiz, q) => {
    texts.push({ path: `quizzes.${q}.title`, text: quiz.title }, ...optional(`quizzes.${q}.intro`, quiz.intro, true));
    quiz.questions.forEach((question, i) => texts.push(...questionTexts(question, `quizzes.${q}.questions.${i}`)));
  });
  return texts;
}

function blockTexts(block: courses.LessonBlock, path: string): TextAt[] {
  if (block.kind === 'text') return [{ path: `${path}.markdown`, text: block.markdown, markdown: true }];
  return block.kind === 'image' ? [{ path: `${path}.alt`, text: block.alt }, ...optional(`${path}.caption`, block.caption)] : [];
}

function questionTexts(question: courses.QuestionDraft, path: string): TextAt[] {
  const parts = question as Partial<Record<'choices' | 'left' | 'right' | 'items', { text: Text }[]>>;
  const options = (['choices', 'left', 'right', 'items'] as const).flatMap((part) => (parts[part] ?? []).map(({ text }, i) => ({ path: `${path}.${part}.${i}.text`, text })));
  return [{ path: `${path}.prompt`, text: question.prompt, markdown: true }, ...options, ...optional(`${path}.feedback`, question.feedback), ...optional(`${path}.unit`, question.kind === 'number' ? question.unit : undefined)];
}

/** A text that may be left out must, when it is there, be there in the main language too. */
function optional(path: string, text: Text | undefined, markdown = false): TextAt[] {
  return text && (text.en || text.da) ? [{ path, text, markdown }] : [];
}
