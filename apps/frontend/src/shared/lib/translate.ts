import { createInstance } from 'i18next';

/** The texts of a feature in one language: sentences under keys, nested as it suits. */
export interface Texts {
  readonly [key: string]: string | Texts;
}
/** What stands in the `{places}` of a sentence; `count` also chooses its plural. */
export type Values = Readonly<Record<string, unknown>>;

const i18n = createInstance();
// React escapes what it shows; which texts there are and when they come is ours to say.
void i18n.init({ lng: 'en', fallbackLng: false, resources: {}, ns: [], initAsync: false, nsSeparator: false, missingInterpolationHandler: () => '', interpolation: { escapeValue: false, prefix: '{', suffix: '}' } });

/** From now on there are sentences of a feature in a language. */
export function addTexts(language: string, namespace: string, texts: Texts): void {
  i18n.addResourceBundle(language, namespace, texts);
}

/** The sentence at a dotted key, with its places filled; undefined when there is none. Plurals lie beside each other as `key_one`, `key_other`. */
export function translate(language: string, namespace: string, key: string, values: Values = {}): string | undefined {
  const { count } = values;
  const options = { lng: language, ns: namespace, replace: values, defaultValue: '', ...(typeof count === 'number' ? { count } : {}) };
  return i18n.t(key, options) || undefined;
}
