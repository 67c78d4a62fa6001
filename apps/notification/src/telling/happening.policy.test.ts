import { expect, it } from 'vitest';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { defaults } from '../preferences/preferences.policy.ts';
import { concerned, postDelivery, type Candidate } from './happening.policy.ts';
import { explain, inOrder, type Why } from './why.policy.ts';

const post = { actorId: 'freja', mentionedIds: [] as string[], answeredIds: [] as string[] };

it.each<[string, Partial<typeof post>, [string, string[]][]]>([
  ['nobody is told of a post that concerns nobody', {}, []],
  ['a reply tells whom it answers', { answeredIds: ['bo'] }, [['bo', ['reply']]]],
  ['several paths to one person are one notification', { mentionedIds: ['bo', 'bo'], answeredIds: ['bo', 'bo'] }, [['bo', ['mention', 'reply']]]],
  ['nobody is told of what they did themselves', { mentionedIds: ['freja'], answeredIds: ['freja'] }, []],
])('%s', (_name, facts, told) => expect([...concerned({ ...post, ...facts })]).toEqual(told));

const candidate = (topicLevel: WatchLevel | null, categoryLevel: WatchLevel | null): Candidate => ({ memberId: 'bo', preferences: defaults, topicLevel, categoryLevel, pushable: false });

it.each<[string, WatchLevel | null, WatchLevel | null, Why[], string[] | undefined]>([
  ['who chose nothing is told of replies', null, null, ['reply'], ['reply']],
  ['and of nothing else', null, null, [], undefined],
  ['who watches a topic is told of all', 'watching', null, [], ['watching@topic']],
  ['who watches a category too', null, 'watching', [], ['watching@category:c']],
  ['a topic beats its category', 'normal', 'watching', [], undefined],
  ['also when it is muted', 'muted', 'watching', ['mention'], undefined],
  ['and when its category is', 'watching', 'muted', ['reply'], ['reply', 'watching@topic']],
  ['muted is muted', null, 'muted', ['mention', 'reply'], undefined],
])('%s', (_name, topic, category, direct, why) => expect(postDelivery(candidate(topic, category), direct, 'c')?.why).toEqual(why));

it('keeps only reasons that let it through', () => {
  const preferences = { ...defaults, reasons: { ...defaults.reasons, reply: { inApp: false, mail: 'off' as const, push: false } } };
  expect(postDelivery({ ...candidate(null, null), preferences }, ['mention', 'reply'], 'c')).toEqual({ memberId: 'bo', why: ['mention'], inApp: true, mail: 'instant', push: false });
  expect(postDelivery({ ...candidate(null, null), preferences }, ['reply'], 'c')).toBeUndefined();
});

it('is no delivery when the only wish is push and there is no browser for it', () => {
  const preferences = { ...defaults, reasons: { ...defaults.reasons, reply: { inApp: false, mail: 'off' as const, push: true } } };
  expect(postDelivery({ ...candidate(null, null), preferences }, ['reply'], 'c')).toBeUndefined();
  expect(postDelivery({ ...candidate(null, null), preferences, pushable: true }, ['reply'], 'c')).toMatchObject({ push: true, inApp: false });
});

it('puts reasons in order and explains each by its rule', () => {
  expect(inOrder(['watching@category:c', 'mention', 'watching@topic', 'reply', 'mention'])).toEqual(['mention', 'reply', 'watching@topic']);
  expect(explain(['badge_ended'], 'g')).toEqual([{ reason: 'badge_ended', rule: { rule: 'always' } }]);
  expect(explain(['reply', 'watching@category:c'], 'g')).toEqual([{ reason: 'reply', rule: { rule: 'preference' } }, { reason: 'watching', rule: { rule: 'category', categoryId: 'c' } }]);
  expect(explain(['watching@topic'], 'g')).toEqual([{ reason: 'watching', rule: { rule: 'topic', topicId: 'g' } }]);
});
