import { Refusal } from '../refusal.ts';
import { formsOf, toKebab, type Forms } from './words.ts';

const form = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longest = 24;
/** Words that cannot name a value in TypeScript, and those that the contracts use for something else. */
const reserved = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try type typeof var void while with yield id instant person avatar problem empty handle page query owners'.split(' '),
);

/** Checks a name and gives it in all its forms. Throws a Refusal that suggests the right form. */
export function readName(text: string, what: string): Forms {
  const kebab = toKebab(text);
  if (!form.test(text)) throw new Refusal(`${JSON.stringify(text)} is no name of a ${what}: use small letters a–z, digits and single dashes.${form.test(kebab) ? ` Try: ${kebab}` : ' For example: recipe, time-bank.'}`);
  if (text.length > longest) throw new Refusal(`${text} is too long for a ${what} (${text.length} letters, ${longest} at most): it becomes part of the names of tables.`);
  if (reserved.has(formsOf(text).camel)) throw new Refusal(`${text} means something else in the code already. Choose a name that says more, such as ${text}-note.`);
  return formsOf(text);
}

/** Reads `topic.created`: a singular noun and a verb in the past tense. */
export function readEventName(text: string): { noun: Forms; verb: Forms } {
  const [noun = '', verb = '', ...more] = text.split('.');
  const suggestion = text.split(/[.:/]/).map((part) => toKebab(part).replaceAll('-', '_')).filter(Boolean).join('.');
  const fits = more.length === 0 && [noun, verb].every((part) => /^[a-z][a-z]*(_[a-z]+)*$/.test(part));
  if (!fits) throw new Refusal(`${JSON.stringify(text)} is no name of an event: write noun.verb_in_the_past in small letters.${/^[a-z_]+\.[a-z_]+$/.test(suggestion) ? ` Try: ${suggestion}` : ' For example: recipe.cooked.'}`);
  if (text.length > 2 * longest) throw new Refusal(`${text} is too long for an event (${2 * longest} letters at most).`);
  return { noun: formsOf(noun.replaceAll('_', '-')), verb: formsOf(verb.replaceAll('_', '-')) };
}
