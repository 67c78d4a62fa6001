/** The texts of a feature in one language: sentences under keys, nested as it suits. */
export interface Texts {
  readonly [key: string]: string | Texts;
}
/** What stands in the `{places}` of a sentence; `count` also chooses its plural. */
export type Values = Readonly<Record<string, unknown>>;

/** The sentence at a dotted key, with its places filled; undefined when there is none. Plurals lie beside each other as `key_one`, `key_other`. */
export function translate(texts: Texts, language: string, key: string, values: Values = {}): string | undefined {
  const { count } = values;
  const plural = typeof count === 'number' ? sentenceAt(texts, `${key}_${pluralRules(language).select(count)}`) : undefined;
  const sentence = plural ?? sentenceAt(texts, key);
  return sentence?.replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ''));
}

function sentenceAt(texts: Texts, key: string): string | undefined {
  let found: string | Texts | undefined = texts;
  for (const part of key.split('.')) found = typeof found === 'object' && Object.hasOwn(found, part) ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
