import type { Gate } from '../../shared/lib/gates.ts';
import type { Category, CategoryGates, InputOf } from '@unityplan/sdk';
import { roleGates } from '../../shared/lib/roles.ts';
import { trimmed, type Both } from './both.ts';

/** What a category lets people do, in the order in which it is said. */
export const actions = ['read', 'reply', 'create', 'vote', 'moderate'] as const satisfies readonly (keyof CategoryGates)[];
export type Action = (typeof actions)[number];

/** A category while it is edited; a rule is null while it is unfinished. */
export interface CategoryDraft {
  slug: string;
  name: Both;
  about: Both;
  gates: Record<Action, Gate | null>;
}

export type CategoryFault = 'slug' | 'name.en' | 'name.da' | 'about.en' | 'about.da' | Action;

/** A category as most are: everyone reads, members write. */
export const newCategory = (): CategoryDraft => ({
  slug: '', name: { en: '', da: '' }, about: { en: '', da: '' },
  gates: { read: { rule: 'everyone' }, reply: { rule: 'member' }, create: { rule: 'member' }, vote: { rule: 'member' }, moderate: roleGates.moderator },
});

export const draftOf = ({ slug, name, about, gates }: Category): CategoryDraft => ({ slug, name, about, gates: gates as Record<Action, Gate> });

const within = (text: string, min: number, max: number) => text.trim().length >= min && text.trim().length <= max;

/** What is not in order yet. */
export function faultsOf({ slug, name, about, gates }: CategoryDraft): CategoryFault[] {
  const faults: CategoryFault[] = [];
  for (const language of ['en', 'da'] as const) {
    if (!within(name[language], 2, 60)) faults.push(`name.${language}`);
    if (!within(about[language], 2, 300)) faults.push(`about.${language}`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) faults.push('slug');
  for (const action of actions) if (!gates[action]) faults.push(action);
  return faults;
}

/** The draft as the server takes it; undefined while anything is not in order. */
export function bodyOf(draft: CategoryDraft): InputOf<'createCategory'>['body'] | undefined {
  if (faultsOf(draft).length > 0) return undefined;
  return { slug: draft.slug, name: trimmed(draft.name), about: trimmed(draft.about), gates: draft.gates as InputOf<'createCategory'>['body']['gates'] };
}
