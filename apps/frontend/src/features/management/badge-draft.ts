import type { Gate } from '../../shared/lib/gates.ts';
import type { InputOf } from '@unityplan/sdk';
import type { BadgeDefinition } from './api/badges.ts';
import { trimmed, type Both } from './both.ts';
import { plainWords } from './plain-words.ts';

type Icon = BadgeDefinition['icon'];
type Colour = BadgeDefinition['colour'];
export const icons = ['host', 'shield', 'book', 'key', 'star', 'leaf', 'hands', 'voice', 'compass', 'crown'] as const satisfies readonly Icon[];
export const colours = ['teal', 'amber', 'violet', 'rose', 'blue', 'green', 'slate'] as const satisfies readonly Colour[];

/** A badge while it is edited; numbers are as they were typed. */
export interface BadgeDraft {
  badge: string;
  name: Both;
  about: Both;
  criteria: Both;
  icon: Icon;
  colour: Colour;
  level: number;
  expires: boolean;
  validDays: string;
  renewFromDays: string;
  prerequisites: Gate | null;
  byHand: boolean;
}

export type BadgeFault = 'badge' | `${'name' | 'about' | 'criteria'}.${'en' | 'da'}` | 'validDays' | 'renewFromDays';

export const newBadge = (): BadgeDraft => ({
  badge: '', name: { en: '', da: '' }, about: { en: '', da: '' }, criteria: { en: '', da: '' }, icon: 'star', colour: 'teal', level: 1,
  expires: false, validDays: '365', renewFromDays: '30', prerequisites: null, byHand: true,
});

export const draftOfBadge = (definition: BadgeDefinition): BadgeDraft => ({
  badge: definition.badge, name: definition.name, about: definition.about, criteria: definition.criteria, icon: definition.icon, colour: definition.colour, level: definition.level,
  expires: definition.validDays !== null, validDays: String(definition.validDays ?? 365), renewFromDays: String(definition.renewFromDays), prerequisites: definition.prerequisites as Gate | null, byHand: definition.byHand,
});

/** A key made of a name; it begins with a letter. */
export const keyOf = (name: string): string => plainWords(name).replace(/^[0-9-]+/, '').slice(0, 60);

const limits = { name: 60, about: 300, criteria: 1000 } as const;
const whole = (text: string, min: number, max: number) => /^\d+$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;

/** What is not in order yet. */
export function badgeFaults(draft: BadgeDraft): BadgeFault[] {
  const faults: BadgeFault[] = [];
  for (const part of ['name', 'about', 'criteria'] as const)
    for (const language of ['en', 'da'] as const) {
      const size = draft[part][language].trim().length;
      if (size < 2 || size > limits[part]) faults.push(`${part}.${language}`);
    }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(draft.badge) || draft.badge.length > 60) faults.push('badge');
  if (draft.expires && !whole(draft.validDays, 1, 3650)) faults.push('validDays');
  if (draft.expires && !whole(draft.renewFromDays, 0, 365)) faults.push('renewFromDays');
  return faults;
}

type Body = Omit<InputOf<'defineBadge'>['body'], 'state'>;

/** The draft as the server takes it; undefined while anything is not in order. */
export function badgeBody(draft: BadgeDraft): Body | undefined {
  if (badgeFaults(draft).length > 0) return undefined;
  return {
    badge: draft.badge, name: trimmed(draft.name), about: trimmed(draft.about), criteria: trimmed(draft.criteria), icon: draft.icon, colour: draft.colour, level: draft.level,
    validDays: draft.expires ? Number(draft.validDays) : null, renewFromDays: draft.expires ? Number(draft.renewFromDays) : 0, prerequisites: draft.prerequisites as Body['prerequisites'], byHand: draft.byHand,
  };
}
