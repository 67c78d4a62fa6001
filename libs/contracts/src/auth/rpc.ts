import { z } from 'zod';
import { exampleId } from '../kernel/examples.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id, instant } from '../kernel/shapes.ts';

/** Where to send mail for a member; asked at the moment of sending and stored nowhere else. */
export const mailAddress = defineRpc({
  owner: 'auth', method: 'mail_address', about: 'The verified address of a member; null when there is none.',
  input: z.object({ memberId: id }), output: z.object({ address: z.string().nullable(), verified: z.boolean() }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: { input: { memberId: exampleId(1) }, output: { address: 'freja@example.org', verified: true } },
});

/** Makes the secret of a link in a mail; only its hash is kept. */
export const mailToken = defineRpc({
  owner: 'auth', method: 'mail_token', about: 'A single-use token for a link in a mail. Each call makes a new one; using one ends all of that purpose.',
  input: z.object({ memberId: id, purpose: z.enum(['verify_email', 'reset_password']) }),
  output: z.object({ token: z.string(), expiresAt: instant }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: { input: { memberId: exampleId(1), purpose: 'verify_email' }, output: { token: 'q3Jx…', expiresAt: '2026-11-21T12:00:00Z' } },
});

/** Sessions revoked while their access tokens are still unexpired: what a gateway must know after its own restart. */
export const revokedSessions = defineRpc({
  owner: 'auth', method: 'revoked_sessions', about: 'Ids of sessions that ended within the lifetime of an access token.',
  input: z.object({}), output: z.object({ sessionIds: z.array(id) }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: { input: {}, output: { sessionIds: [exampleId(2)] } },
});
