import { createHash, createHmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);
/** Iterations make guessing dear. Nobody guesses 256 derived bits, and each costs every new connection and every role that is made. */
const ITERATIONS = 1;

/**
 * The SCRAM-SHA-256 verifier that PostgreSQL stores for a password (RFC 5803), so that the password itself is in no statement
 * and no server log. The salt is derived too: the same role and password give the same verifier.
 */
export async function scramVerifier(role: string, password: string): Promise<string> {
  const salt = createHmac('sha256', password).update(`salt:${role}`).digest().subarray(0, 16);
  const salted = await derive(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/** A short fingerprint of a role's password, kept as the role's comment: tells whether the secret changed, and nothing else. */
export function passwordMark(role: string, password: string): string {
  return `unityplan ${createHmac('sha256', password).update(`mark:${role}`).digest('base64url').slice(0, 22)}`;
}
