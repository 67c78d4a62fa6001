import { use, useCallback, useSyncExternalStore } from 'react';
import type { KeyOf, Namespace } from '../../i18n/typed-keys.ts';
import { currentLanguage, onTexts, textsComing, type Language } from '../lib/i18n.ts';
import { translate, type Values } from '../lib/translate.ts';

/** The language of the interface. */
export function useLanguage(): Language {
  return useSyncExternalStore(onTexts, currentLanguage, currentLanguage);
}

/** The sentences of a feature in the language of the interface. A component whose texts are not here yet waits for them. */
export function useTranslation<N extends Namespace>(namespace: N): { t: (key: KeyOf<N>, values?: Values) => string; language: Language } {
  const language = useLanguage();
  // Always, also when they are here: a component that waited is rendered anew with the same hooks.
  use(textsComing(namespace, language));
  const t = useCallback((key: string, values?: Values) => translate(language, namespace, key, values) ?? key, [language, namespace]);
  return { t, language };
}
