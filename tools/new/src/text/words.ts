/** One name in every form that code needs it in. */
export interface Forms {
  /** `time-bank`: files, folders, paths */
  readonly kebab: string;
  /** `time_bank`: tables, events, errors */
  readonly snake: string;
  /** `timeBank`: values */
  readonly camel: string;
  /** `TimeBank`: classes and types */
  readonly pascal: string;
  /** `time bank`: sentences */
  readonly words: string;
  /** `Time bank`: headings */
  readonly title: string;
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** All forms of a kebab-case name. */
export function formsOf(kebab: string): Forms {
  const parts = kebab.split('-');
  const pascal = parts.map(upper).join('');
  return { kebab, snake: parts.join('_'), camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), pascal, words: parts.join(' '), title: upper(parts.join(' ')) };
}

/** Any spelling as kebab-case: `TimeBank`, `time_bank` and `Time bank` are `time-bank`. */
export function toKebab(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}

/** The plural of a kebab-case noun by the common rules of English; `--things` names the others. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** The singular of a plural made by `pluralOf`. */
export function singularOf(plural: string): string {
  if (/[^aeiou]ies$/.test(plural)) return `${plural.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}
