import { commonWords } from './common-words.ts';

// What people put around a weak word: a year, a running number, an exclamation mark.
const decoration = 6;

/**
 * Whether a password is among the first an attacker tries: a common word or a word of this place and person, with little around
 * it, few different characters, or a run of the keyboard's digits. Everything else of 8 to 128 characters is accepted.
 */
export function isGuessable(password: string, context: readonly string[]): boolean {
  const text = plain(password);
  if (new Set(text).size < 4) return true;
  if (isRun(text)) return true;
  const words = new Set([...commonWords, ...context.flatMap(contextWords)]);
  return [text, unleet(text)].some((form) => isDecorated(form, words) || isRepeated(form, words));
}

/** A word of the list with at most six digits and signs before and behind it. */
function isDecorated(text: string, words: ReadonlySet<string>): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return text.length - core.length <= decoration && words.has(core);
}

/** Two or more words of the list and nothing else but digits and signs: `denmarkdenmark`, `hello-unityplan1`. */
function isRepeated(text: string, words: ReadonlySet<string>): boolean {
  const parts = text.split(/[^\p{L}]+/u).filter(Boolean);
  const letters = parts.join('').length;
  if (letters === 0 || text.length - letters > decoration || parts.length > 2) return false;
  return parts.every((part) => words.has(part) || (part.length % 2 === 0 && part.slice(0, part.length / 2) === part.slice(part.length / 2) && words.has(part.slice(part.length / 2))));
}

/** Digits or letters that only go up or down by one, or along a row again and again (`12345678`, `87654321`, `1234512345`). */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, i) => code - codes[i]!);
  const even = steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9).length;
  return even >= steps.length * 0.75;
}

/** Words of a context text: itself without signs, and its parts of three letters or more. */
function contextWords(text: string): string[] {
  const lower = plain(text);
  return [lower.replace(/[^\p{L}]+/gu, ''), ...lower.split(/[^\p{L}]+/u)].filter((word) => word.length >= 3);
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const looks: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };
/** `p4ssw0rd` read as a person reads it. Digits at the ends are left: they are decoration. */
function unleet(text: string): string {
  return text.replace(/(?<=\p{L})[013457@$!](?=.*\p{L})/gu, (sign) => looks[sign]!);
}
