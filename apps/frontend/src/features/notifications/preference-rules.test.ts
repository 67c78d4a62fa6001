import type { NotificationPreferences } from '@unityplan/sdk';
import { notification } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { fixed, hasDigest, isOvernight, reasons, withChannel } from './preference-rules.ts';

const start = notification.defaultPreferences as NotificationPreferences;

it('has a row for every reason', () => expect([...reasons].sort()).toEqual([...notification.notificationReason.options].sort()));

it('offers exactly what the contract takes', () => {
  for (const reason of reasons)
    for (const [channel, value] of [['inApp', false], ['mail', 'instant'], ['push', true]] as const) {
      const changed = { ...start, reasons: { ...start.reasons, [reason]: { ...start.reasons[reason], [channel]: value } } };
      expect(notification.notificationPreferences.safeParse(changed).success, `${reason} ${channel}`).toBe(fixed(reason, channel) === undefined);
      expect(notification.notificationPreferences.safeParse(withChannel(start, reason, channel, value as never)).success).toBe(true);
    }
});

it('knows whether a digest has anything in it', () => {
  expect(hasDigest(start)).toBe(true);
  expect(hasDigest(withChannel(withChannel(start, 'watching', 'mail', 'off'), 'flag_decided', 'mail', 'instant'))).toBe(false);
});

it('knows nights from days', () => {
  expect(isOvernight({ from: '22:00', to: '07:00' })).toBe(true);
  expect(isOvernight({ from: '09:00', to: '12:30' })).toBe(false);
});
