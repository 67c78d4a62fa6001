import { expect, it } from 'vitest';
import { defaults, type Preferences } from '../preferences/preferences.policy.ts';
import { movedToDigest, stillWanted, type Outgoing } from './outgoing.policy.ts';

const at = new Date(0);
const outgoing = (rest: Partial<Outgoing> = {}, entry: Partial<Outgoing['entry']> = {}): Outgoing => ({
  entry: { subject_id: 's', about: 'post', why: ['reply'], details: {}, group_id: 'g', post_number: 2, hidden: false, overtaken: false, read_at: null, created_at: at, notification_id: 'n', actor_id: 'a', ...entry },
  itemReadAt: null, itemDoneAt: null, preferences: defaults, topicLevel: null, categoryLevel: null, ...rest,
});
const mail = (mode: 'off' | 'instant' | 'digest'): Preferences => ({ ...defaults, reasons: { ...defaults.reasons, reply: { inApp: true, mail: mode, push: false } } });

it.each<[string, Outgoing | undefined, string]>([
  ['what is gone', undefined, 'it is gone'],
  ['what was overtaken', outgoing({}, { overtaken: true }), 'overtaken by something newer'],
  ['a post that was read', outgoing({}, { read_at: at }), 'read meanwhile'],
  ['an item that was read', outgoing({ itemReadAt: at }), 'read meanwhile'],
  ['an item that is done', outgoing({ itemDoneAt: at }), 'read meanwhile'],
  ['a muted topic', outgoing({ topicLevel: 'muted' }), 'muted meanwhile'],
  ['a muted category', outgoing({ categoryLevel: 'muted' }), 'muted meanwhile'],
  ['what nobody wants', outgoing({ preferences: mail('off') }), 'not wanted any more'],
  ['a watched topic that is watched no more', outgoing({}, { why: ['watching@topic'] }), 'not wanted any more'],
  ['a paused channel', outgoing({ preferences: { ...defaults, mailPaused: true } }), 'not wanted any more'],
  ['a hidden post', outgoing({}, { hidden: true }), 'the post is hidden'],
])('does not send %s', (_name, one, stop) => expect(stillWanted(one, 'mail')).toMatchObject({ stop }));

it('sends the rest, for the reasons that still hold', () => {
  expect(stillWanted(outgoing({}, { why: ['reply', 'watching@topic'] }), 'mail')).toEqual({ reasons: ['reply'] });
  expect(stillWanted(outgoing({ topicLevel: 'watching' }, { why: ['watching@topic'] }), 'digest')).toEqual({ reasons: ['watching'] });
  expect(stillWanted(outgoing({ itemReadAt: at }, { hidden: true }), 'digest')).toEqual({ stop: 'the post is hidden', passing: true });
  expect(stillWanted(outgoing({}, { about: 'badge_expired', why: ['badge_ended'] }), 'push')).toEqual({ reasons: ['badge_ended'] });
});

it('moves what was to go at once to the digest when that is the wish now', () => {
  expect(movedToDigest(outgoing({ preferences: mail('digest') }))).toBe(true);
  expect(movedToDigest(outgoing({ preferences: mail('off') }))).toBe(false);
  expect(movedToDigest(outgoing({ preferences: mail('digest'), itemReadAt: at }))).toBe(false);
  expect(movedToDigest(undefined)).toBe(false);
});
