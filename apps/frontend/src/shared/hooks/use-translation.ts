import { use, useCallback, useSyncExternalStore } from 'react';
import type { KeyOf, Namespace } from '../../i18n/typed-keys.ts';
import { currentLanguage, onTexts, textsComing, textsOf, type Language } from '../lib/i18n.ts';
import { translate, type Values } from '../lib/translate.ts';

/** The language of the interface. */
export function useLanguage(): Language {
  return useSyncExternalStore(onTexts, currentLanguage, currentLanguage);
}

/** The sentences of a feature in the language of the interface. A component whose texts are not here yet waits for them. */
export function useTranslation<N extends Namespace>(namespace: N): { t: (key: KeyOf<N>, values?: Values) => string; language: Language } {
  const language = useLanguage();
  const texts = textsOf(namespace);
  if (!texts) use(textsComing(namespace));
  const t = useCallback((key: string, values?: Values) => (texts && translate(texts, language, key, values)) ?? key, [texts, language]);
  return { t, language };
}
