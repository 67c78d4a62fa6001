import type { AnswerOf, InputOf } from '@unityplan/sdk';
import { trimmed, type Both } from './both.ts';
import { plainWords } from './plain-words.ts';

const mostIdLetters = 53;

/** A community while it is thought up; `suffix` is what its id has beyond its parent's. */
export interface CommunityDraft {
  suffix: string;
  name: Both;
  own: string;
  language: 'en' | 'da';
}

export type CommunityFault = 'suffix' | 'name.en' | 'name.da' | 'own';

export const newCommunity = (language: 'en' | 'da'): CommunityDraft => ({ suffix: '', name: { en: '', da: '' }, own: '', language });

/** What an id may add to its parent's, made of a name: `Ærø Kommune` → `AEROE-KOMMUNE`. Empty for names in other scripts. */
export const suffixOf = (name: string): string => plainWords(name, 24).toUpperCase();

/** The id as people type it, put right: capitals, no spaces. */
export const typedSuffix = (typed: string): string => typed.toUpperCase().replace(/[\s_]+/g, '-');

/** A name as the server takes it: one with a letter in it, and not too long. */
export const isName = (text: string) => text.trim().length >= 1 && text.trim().length <= 120 && /\p{L}/u.test(text);

/** What is not in order yet, for a community below this parent. */
export function faultsOf({ suffix, name, own }: CommunityDraft, parent: string): CommunityFault[] {
  return [
    ...(!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(suffix) || parent.length + 1 + suffix.length > mostIdLetters ? ['suffix' as const] : []),
    ...(['en', 'da'] as const).flatMap((language) => (isName(name[language]) ? [] : [`name.${language}` as const])),
    ...(own.trim() === '' || isName(own) ? [] : ['own' as const]),
  ];
}

/** The draft as the server takes it; undefined while anything is not in order. */
export function bodyOf(draft: CommunityDraft, parent: string): InputOf<'requestTerritory'>['body'] | undefined {
  if (faultsOf(draft, parent).length > 0) return undefined;
  const { suffix, name, own, language } = draft;
  return { territoryId: `${parent}-${suffix}`, name: { ...trimmed(name), ...(own.trim() ? { own: own.trim() } : {}) }, parent, defaultLanguage: language };
}

/** The same once more, as it was ordered, whoever asks again in whatever language. */
export function bodyAgain({ territoryId, name, parent, defaultLanguage }: AnswerOf<'getTerritoryOrder'>): InputOf<'requestTerritory'>['body'] {
  return { territoryId, name, defaultLanguage: defaultLanguage ?? 'en', ...(parent ? { parent } : {}) };
}
