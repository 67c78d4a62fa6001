import { z } from 'zod';
import { writtenText, type UiLanguage } from '../kernel/shapes.ts';

/** Short, stable id within a course (`opening-well`, `q-vr2p`): made once by the editor, never changed. */
export const localId = z.string().max(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters and digits joined by hyphens');

/** A text in the languages it was written in. What is missing falls back to the main language of the course. */
export function localised(max: number) {
  const text = writtenText({ min: 0, max }).optional();
  return z.object({ en: text, da: text });
}
/** The same as it is answered. */
export const localisedText = z.object({ en: z.string().optional(), da: z.string().optional() });
export type LocalisedText = z.output<typeof localisedText>;

/** The text for a reader, and the language it is in (for `lang`): the wished one, else the main one, else any. Undefined when there is none. */
export function inLanguage(text: LocalisedText, wished: UiLanguage, main: UiLanguage): { text: string; language: UiLanguage } | undefined {
  for (const language of [wished, main, 'en', 'da'] as const) if (text[language]) return { text: text[language], language };
  return undefined;
}

/** Every item but the first of those that share an id. */
export function duplicatesIn<T extends { id: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => seen.has(id) || !seen.add(id));
}
