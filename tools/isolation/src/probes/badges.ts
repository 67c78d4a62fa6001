import type { Estate } from '../estate/estate.ts';
import { open, own, probe, type Ask, type Probes } from './probe.ts';

const gardener = ({ courses }: Estate): Ask => ({ params: { badge: courses.badgeKey } });
const texts = { en: 'Another badge', da: 'Et andet mærke' };
const definition = { name: texts, about: texts, criteria: texts, icon: 'star', colour: 'blue', validDays: null, renewFromDays: 0, prerequisites: null, byHand: true };

export const badgeReads: Probes = {
  checkOwnAccess: probe('guest', ({ courses }) => ({ body: { gate: { rule: 'badge', badge: courses.badgeKey } } }), open),
  listBadges: probe('guest', undefined, open),
  getBadge: probe('guest', gardener, open),
  listHolders: probe('manager', gardener, own),
  listOwnAwards: probe('author', undefined, own),
  listMemberBadges: probe('reader', ({ people }) => ({ params: { memberId: people.author.memberId } }), open),
};

export const badgeWrites: Probes = {
  defineBadge: probe('manager', () => ({ body: { badge: 'gardener-two', state: 'draft', ...definition } })),
  createAward: probe('manager', (of) => ({ ...gardener(of), body: { memberId: of.people.manager.memberId, reason: 'Planted a tree' } }), open),
  changeBadge: probe('manager', (of) => ({ ...gardener(of), body: { ...definition, state: 'active', version: of.courses.badgeVersion } })),
  revokeAward: probe('manager', ({ courses }) => ({ params: { awardId: courses.revocableId }, body: { reason: 'It was a mistake' } }), own),
};
