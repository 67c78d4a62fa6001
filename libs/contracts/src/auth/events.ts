import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id, uiLanguage } from '../kernel/shapes.ts';

const account = { version: 1, scope: 'territory', owner: 'auth', orderBy: 'memberId', personal: [] } as const;
const memberOnly = z.object({ memberId: id });
const memberExample = { memberId: exampleId(1) };
// Chosen when registering; who has no profile yet is written to in it, and the profile starts with it.
const spoken = memberOnly.extend({ language: uiLanguage });
const spokenExample = { ...memberExample, language: 'da' } as const;
const session = z.object({ memberId: id, sessionId: id });
const sessionExample = { memberId: exampleId(1), sessionId: exampleId(2) };

export const accountRegistered = defineEvent({ ...account, name: 'account.registered', about: 'Someone registered; their address is not verified yet.', payload: spoken, example: spokenExample });
export const registrationRepeated = defineEvent({ ...account, name: 'account.registration_repeated', about: 'Someone registered again with an address that has an account; its owner is told by mail.', payload: memberOnly, example: memberExample });
export const verificationRequested = defineEvent({ ...account, name: 'account.verification_requested', about: 'A new link to verify the address was asked for.', payload: spoken, example: spokenExample });
export const accountVerified = defineEvent({ ...account, name: 'account.verified', about: 'The address is verified: from now on the person is a member.', payload: spoken, example: spokenExample });
export const passwordResetRequested = defineEvent({ ...account, name: 'password.reset_requested', about: 'A link to choose a new password was asked for.', payload: spoken, example: spokenExample });
export const passwordChanged = defineEvent({ ...account, name: 'password.changed', about: 'The password was changed; all sessions have ended.', payload: memberOnly, example: memberExample });
export const sessionOpened = defineEvent({ ...account, name: 'session.opened', about: 'A member signed in on a device.', payload: session, example: sessionExample });
export const sessionEnded = defineEvent({
  ...account,
  name: 'session.ended',
  about: 'A session ended; its access tokens are refused from now on.',
  payload: session.extend({ reason: z.enum(['signed_out', 'revoked', 'password_changed', 'refresh_replayed']) }),
  example: { ...sessionExample, reason: 'signed_out' },
});
export const refreshReplayed = defineEvent({ ...account, name: 'session.refresh_replayed', about: 'A used refresh token came back: the family was revoked and the member is told.', payload: session, example: sessionExample });
export const signInRefused = defineEvent({
  ...account,
  name: 'session.refused',
  about: 'An attempt to sign in to a known account was refused.',
  payload: memberOnly.extend({ reason: z.enum(['password', 'not_verified', 'paused']) }),
  example: { ...memberExample, reason: 'password' },
});
