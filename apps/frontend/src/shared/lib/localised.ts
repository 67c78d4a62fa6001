import { currentLanguage, isLanguage, type Language } from './i18n.ts';

/** A text in the languages it was written in. */
export type LocalisedText = { en?: string | undefined; da?: string | undefined };

export interface Said {
  text: string;
  /** The language it is in, for `lang`. */
  language: Language;
  /** It is in another language than the reader's. */
  fallback: boolean;
}

/** The text for a reader: in the wished language, else the main one of its course, else any; empty when there is none. */
export function said(text: LocalisedText | null | undefined, main: string, wished: string = currentLanguage()): Said {
  const order = [wished, main, 'en', 'da'].filter(isLanguage);
  for (const language of order) {
    const found = text?.[language];
    if (found) return { text: found, language, fallback: language !== wished };
  }
  return { text: '', language: isLanguage(main) ? main : 'en', fallback: false };
}
