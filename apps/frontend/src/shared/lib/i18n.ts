import i18next, { type TypeOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loadPart } from './load-part.ts';
import { stored, store } from './storage.ts';

/** The languages the interface speaks, each in its own name. */
export const languages = { en: 'English', da: 'Dansk' } as const;
export type Language = keyof typeof languages;
/** Files of texts: `typed-keys.d.ts` has the one list. */
export type Namespace = keyof TypeOptions['resources'];

const files = import.meta.glob<{ default: Record<string, unknown> }>('../../i18n/*/*.json');
const storageKey = 'unityplan.language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in languages;
}

/** What was chosen here before, else the first of the browser's languages that we speak. */
function firstLanguage(): Language {
  const chosen = stored(storageKey);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en';
}

/** Changes the language of the whole interface and remembers it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  store(storageKey, language);
  if (language !== i18next.language) await i18next.changeLanguage(language);
}

/** Loads texts before the page that shows them. Rejects when they cannot be had: a page of bare keys helps nobody. */
export async function loadTexts(...namespaces: Namespace[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
  if (missing(namespaces).length > 0) await i18next.reloadResources([i18next.language], missing(namespaces));
  if (missing(namespaces).length > 0) throw new TypeError(`texts did not come: ${missing(namespaces).join(', ')}`);
}

function missing(namespaces: readonly Namespace[]): Namespace[] {
  return namespaces.filter((namespace) => !i18next.hasResourceBundle(i18next.language, namespace));
}

/** Loads the first texts and makes `useTranslation` work. Rejects when there are none. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  });
  await i18next
    .use({
      type: 'backend' as const,
      read: (language: string, namespace: string, done: (error: Error | null, texts: Record<string, unknown> | null) => void) => {
        const load = files[`../../i18n/${language}/${namespace}.json`];
        if (!load) return done(new Error(`no texts ${language}/${namespace}`), null);
        loadPart(load).then((file) => done(null, file.default), (error: Error) => done(error, null));
      },
    })
    .use(initReactI18next)
    .init({
      lng: firstLanguage(), fallbackLng: 'en', supportedLngs: Object.keys(languages), load: 'languageOnly', ns: ['common'], defaultNS: 'common',
      partialBundledLanguages: true, interpolation: { escapeValue: false, prefix: '{', suffix: '}' }, react: { useSuspense: true },
    });
  await loadTexts('common');
}
