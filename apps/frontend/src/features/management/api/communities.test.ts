import { expect, it } from 'vitest';
import { changed, isUnderWay } from './communities.ts';
import type { CommunityDetail } from './community.ts';

const before = {
  id: 'DK-NUUK', name: { en: 'Nuuk', da: 'Nuuk', own: 'Nuuk' }, defaultLanguage: 'da', settings: { registration: 'open', welcome: { en: 'Hello', da: 'Hej' } },
} as CommunityDetail;

it('shows a change at once: what is left out stays, an own name can go', () => {
  expect(changed(before, { name: { da: 'Godthåb', own: null } })).toMatchObject({ name: { en: 'Nuuk', da: 'Godthåb' }, settings: before.settings });
  expect(changed(before, { name: { own: null } }).name).not.toHaveProperty('own');
  expect(changed(before, { settings: { registration: 'closed', welcome: { en: 'Hi' } } }).settings).toEqual({ registration: 'closed', welcome: { en: 'Hi', da: 'Hej' } });
  expect(changed(before, { settings: { registration: null } }).settings.registration).toBe('open');
});

it('follows an order until it is done or has failed', () => expect((['waiting', 'running', 'done', 'failed'] as const).map((status) => isUnderWay({ status }))).toEqual([true, true, false, false]));
