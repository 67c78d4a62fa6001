import { badge, forum } from '@unityplan/contracts';
import { describe, expect, it } from 'vitest';
import { badgeBody, badgeFaults, keyOf, newBadge } from './badge-draft.ts';
import { bodyOf, faultsOf, newCategory } from './category-draft.ts';
import { plainWords } from './plain-words.ts';

const both = { en: 'Open meetings', da: 'Åbne møder' };

it.each([['Åbne møder!', 'aabne-moeder'], ['  Café & Æbler ', 'cafe-aebler'], ['2026: what next?', '2026-what-next'], ['Straße', 'strasse'], ['!!!', ''], [`${'a'.repeat(59)} b`, 'a'.repeat(59)]])('makes an address of %j', (name, slug) => expect(plainWords(name)).toBe(slug));

it('begins a key with a letter', () => {
  expect(keyOf('2nd host')).toBe('nd-host');
  expect(keyOf('Community host')).toBe('community-host');
});

describe('a category', () => {
  it('is taken by the contract as soon as the form finds no fault', () => {
    const draft = { ...newCategory(), slug: 'open-meetings', name: both, about: both };
    expect(faultsOf(draft)).toEqual([]);
    expect(forum.createCategory.body.safeParse(bodyOf(draft)).success).toBe(true);
  });

  it('names every fault', () => {
    expect(faultsOf({ ...newCategory(), slug: 'No', gates: { ...newCategory().gates, reply: null } })).toEqual(['name.en', 'about.en', 'name.da', 'about.da', 'slug', 'reply']);
    expect(bodyOf(newCategory())).toBeUndefined();
  });
});

describe('a badge', () => {
  const draft = { ...newBadge(), badge: 'meeting-host', name: both, about: both, criteria: both };

  it('is taken by the contract as soon as the form finds no fault', () => {
    for (const each of [draft, { ...draft, expires: true, validDays: ' 90 ', renewFromDays: '0' }]) {
      expect(badgeFaults(each)).toEqual([]);
      expect(badge.defineBadge.body.safeParse(badgeBody(each)).success).toBe(true);
    }
    expect(badgeBody({ ...draft, expires: true, validDays: '90', renewFromDays: '30' })).toMatchObject({ validDays: 90, renewFromDays: 30 });
    expect(badgeBody(draft)).toMatchObject({ validDays: null, renewFromDays: 0 });
  });

  it.each([[{ badge: '1st' }, 'badge'], [{ expires: true, validDays: '0' }, 'validDays'], [{ expires: true, validDays: '1.5' }, 'validDays'], [{ expires: true, renewFromDays: '366' }, 'renewFromDays'], [{ name: { en: 'x', da: 'xx' } }, 'name.en']])(
    'refuses %j', (change, fault) => expect(badgeFaults({ ...draft, ...change })).toEqual([fault]),
  );
});
