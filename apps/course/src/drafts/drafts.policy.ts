import type { course as courses } from '@unityplan/contracts';

/** A course nobody has written anything in yet. */
export function emptyDocument({ title, language }: { title: courses.LocalisedText; language: 'en' | 'da' }): courses.CourseDocument {
  return { language, languages: [language], title, summary: {}, outcomes: [], level: 'beginner', minutes: null, cover: null, prerequisites: null, gives: null, modules: [], quizzes: [] };
}

/** Addresses to try in turn: `opening-well`, `opening-well-2` … */
export function slugsAfter(slug: string): string[] {
  return Array.from({ length: 50 }, (_, i) => (i === 0 ? slug : `${slug.slice(0, 76).replace(/-$/, '')}-${i + 1}`));
}
