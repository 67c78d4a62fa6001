import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, uiLanguage } from '../kernel/shapes.ts';
import { authErrors } from './errors.ts';

const owner = 'auth';
export const email = z.string().trim().max(254).pipe(z.email());
/** 8–128 characters of any kind, never trimmed or cut. */
export const password = z.string().min(8).max(128);
const linkToken = z.string().min(20).max(200);

/** Browsers get `__Host-` cookies and no token; native clients ask for tokens. */
export const client = z.enum(['browser', 'native']).default('browser');
export const sessionAnswer = z.object({
  memberId: id,
  sessionId: id,
  expiresAt: instant.describe('When the access token ends; refresh before'),
  accessToken: z.string().optional().describe('Native clients only'),
  refreshToken: z.string().optional().describe('Native clients only'),
});
export const device = z.object({
  sessionId: id, current: z.boolean(), browser: z.string().nullable(), system: z.string().nullable(), firstSeen: instant, lastSeen: instant,
});

export const register = defineRoute({
  owner, id: 'register', method: 'POST', path: '/auth/registrations', access: 'public',
  about: 'Registers a person with this territory as home. The answer is the same whether or not the address is known.',
  body: z.object({ email, password, language: uiLanguage }), answer: z.object({ accepted: z.literal(true) }), status: 202,
  errors: [authErrors.password_weak, authErrors.registration_closed, commonErrors.too_many_requests],
});
export const requestVerification = defineRoute({
  owner, id: 'requestVerification', method: 'POST', path: '/auth/verification-requests', access: 'public',
  about: 'Sends a new verification link when the address has an unverified account.',
  body: z.object({ email }), answer: z.object({ accepted: z.literal(true) }), status: 202, errors: [commonErrors.too_many_requests],
});
export const verifyEmail = defineRoute({
  owner, id: 'verifyEmail', method: 'POST', path: '/auth/verifications', access: 'public',
  about: 'Verifies an address with the token of a mailed link.', body: z.object({ token: linkToken }), errors: [authErrors.link_expired],
});
export const signIn = defineRoute({
  owner, id: 'signIn', method: 'POST', path: '/auth/sessions', access: 'public', about: 'Signs in and opens a session.',
  body: z.object({ email, password: z.string().min(1).max(128), client }), answer: sessionAnswer, status: 201,
  errors: [authErrors.sign_in_refused, authErrors.email_not_verified, authErrors.sign_in_paused],
});
export const refresh = defineRoute({
  owner, id: 'refreshSession', method: 'POST', path: '/auth/sessions/refresh', access: 'public',
  about: 'Rotates the refresh token (from the cookie, or the body of a native client) and gives a new access token.',
  body: z.object({ refreshToken: z.string().max(200).optional() }), answer: sessionAnswer, errors: [authErrors.session_ended],
});
export const signOut = defineRoute({
  owner, id: 'signOut', method: 'DELETE', path: '/auth/sessions/current', access: 'public',
  about: 'Ends the current session and clears its cookies; harmless when there is none.',
});
export const listSessions = defineRoute({
  owner, id: 'listSessions', method: 'GET', path: '/auth/sessions', access: 'member', about: "The member's open sessions, newest first (50 at most).",
  answer: z.object({ items: z.array(device) }),
});
export const revokeSession = defineRoute({
  owner, id: 'revokeSession', method: 'DELETE', path: '/auth/sessions/{sessionId}', access: 'member', about: 'Ends one session of the member.',
  params: z.object({ sessionId: id }), errors: [commonErrors.not_found],
});
export const requestPasswordReset = defineRoute({
  owner, id: 'requestPasswordReset', method: 'POST', path: '/auth/password-reset-requests', access: 'public',
  about: 'Mails a link to choose a new password. The answer is the same whether or not the address is known.',
  body: z.object({ email }), answer: z.object({ accepted: z.literal(true) }), status: 202, errors: [commonErrors.too_many_requests],
});
export const resetPassword = defineRoute({
  owner, id: 'resetPassword', method: 'POST', path: '/auth/password-resets', access: 'public',
  about: 'Sets a new password with the token of a mailed link and ends every session.',
  body: z.object({ token: linkToken, password }), errors: [authErrors.link_expired, authErrors.password_weak],
});
export const jwks = defineRoute({
  owner, id: 'jwks', method: 'GET', path: '/auth/jwks', access: 'public', about: "The territory's public signing keys (RFC 7517); also at /.well-known/jwks.json.",
  answer: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
});
