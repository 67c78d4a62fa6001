import { notification } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { channelsFor, defaults, toPreferences, wantedAtAll, wantedInDigest, type Preferences } from './preferences.policy.ts';

const wish = (change: Partial<Preferences>): Preferences => ({ ...defaults, ...change });
const only = (reason: 'mention' | 'reply' | 'watching', channels: Preferences['reasons']['mention'], rest: Partial<Preferences> = {}) =>
  wish({ ...rest, reasons: { ...defaults.reasons, [reason]: channels } });

it('the defaults fit their contract', () => expect(notification.notificationPreferences.parse(defaults)).toEqual(defaults));

it('reads what is stored, and what is missing or does not fit as for everyone', () => {
  expect(toPreferences(undefined)).toBe(defaults);
  const stored = {
    channels: { mention: { inApp: false, mail: 'digest', push: false }, reply: 'nonsense', post_moderated: { inApp: false, mail: 'off', push: false }, gone: true },
    mail_paused: true, push_paused: false, push_private: true, digest_on: true, digest_every: 'weekly', digest_weekday: 7, digest_hour: 20, quiet_from: '22:00', quiet_to: '07:00',
  } as never;
  expect(toPreferences(stored)).toEqual({
    reasons: { ...defaults.reasons, mention: { inApp: false, mail: 'digest', push: false } },
    mailPaused: true, pushPaused: false, pushPrivate: true, digest: { on: true, every: 'weekly', weekday: 7, hour: 20 }, quietHours: { from: '22:00', to: '07:00' },
  });
});

it.each<[string, Preferences, ReturnType<typeof channelsFor>]>([
  ['one reason that allows is enough', only('reply', { inApp: false, mail: 'off', push: false }), { inApp: true, mail: 'instant', push: true }],
  ['an instant mail is stronger than a digest', only('mention', { inApp: true, mail: 'digest', push: false }), { inApp: true, mail: 'instant', push: true }],
  ['a pause stops a channel and no other', wish({ mailPaused: true }), { inApp: true, mail: 'off', push: true }],
  ['a pause of push too', wish({ pushPaused: true }), { inApp: true, mail: 'instant', push: false }],
])('%s', (_name, preferences, channels) => expect(channelsFor(['mention', 'reply'], preferences)).toEqual(channels));

it('has no digest for who turned digests off', () => {
  const off = only('watching', { inApp: false, mail: 'digest', push: false }, { digest: { ...defaults.digest, on: false } });
  expect(channelsFor(['watching'], off)).toEqual({ inApp: false, mail: 'off', push: false });
  expect(wantedAtAll(['mention', 'watching'], off)).toEqual(['mention']);
  expect(wantedInDigest(['watching'], off)).toEqual([]);
});

it('keeps in a digest what waited for it, unless mail about it was turned off', () => {
  expect(wantedInDigest(['watching'], only('watching', { inApp: true, mail: 'instant', push: false }))).toEqual(['watching']);
  expect(wantedInDigest(['watching'], only('watching', { inApp: true, mail: 'off', push: false }))).toEqual([]);
});
