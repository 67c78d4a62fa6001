import type { Person } from '@unityplan/sdk';

/** How a person is called: the chosen name, else the handle. Null for someone who was erased. */
export function nameOf(person: Pick<Person, 'displayName' | 'handle'>): string | null {
  return person.displayName ?? (person.handle ? `@${person.handle}` : null);
}
