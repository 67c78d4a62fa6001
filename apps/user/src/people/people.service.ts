import { Injectable } from '@nestjs/common';
import QuickLRU from 'quick-lru';
import { ProfilesViews, type Person } from '../profiles/profiles.views.ts';

/** Names appear under every post, so they are kept for a while; changes are heard of, and what was missed ages out. */
const rememberMs = 30_000;
const suggested = 8;

/** How members look to others, for every service and for mentions. */
@Injectable()
export class PeopleService {
  private readonly known = new QuickLRU<string, Person>({ maxSize: 20_000, maxAge: rememberMs });
  constructor(private readonly profiles: ProfilesViews) {}

  /** How others see these members, in the order asked for; unknown ids are left out. */
  async people(territory: string, memberIds: readonly string[]): Promise<Person[]> {
    const wanted = [...new Set(memberIds)];
    const found = new Map<string, Person>();
    for (const id of wanted) {
      const person = this.known.get(keyOf(territory, id));
      if (person) found.set(id, person);
    }
    for (const person of await this.profiles.people(territory, wanted.filter((id) => !found.has(id)))) {
      this.known.set(keyOf(territory, person.memberId), person);
      found.set(person.memberId, person);
    }
    return wanted.flatMap((id) => found.get(id) ?? []);
  }

  forget(territory: string, memberId: string): void {
    this.known.delete(keyOf(territory, memberId));
  }

  async suggest(territory: string, prefix: string): Promise<{ items: Person[] }> {
    return { items: await this.profiles.startingWith(territory, prefix, suggested) };
  }
}

function keyOf(territory: string, memberId: string): string {
  return `${territory} ${memberId}`;
}
