import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivate } from '@unityplan/servers';

/** Secrets of a development pod: made once, kept readable by their owner only. */
export interface PodSecrets {
  readonly podSecret: string;
  readonly keyEncryptionKey: string;
  readonly natsPassword: string;
  readonly natsSystemPassword: string;
}

/** Reads the secrets file, or makes it. Without it the sealed data of the pod could not be read again. */
export function keepSecrets(file: string): PodSecrets {
  if (existsSync(file)) return readSecrets(readFileSync(file, 'utf8'), file);
  const secrets: PodSecrets = {
    podSecret: randomBytes(32).toString('hex'),
    keyEncryptionKey: randomBytes(32).toString('base64'),
    natsPassword: randomBytes(16).toString('hex'),
    natsSystemPassword: randomBytes(16).toString('hex'),
  };
  writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Checks before anything is touched: a wrong secret would change the passwords of the database roles first and fail afterwards. */
export function readSecrets(text: string, file: string): PodSecrets {
  const refuse = (what: string): never => {
    throw new Error(`${file} ${what}. Restore it from a copy; without it the sealed data of this pod cannot be read.`);
  };
  let value: Partial<PodSecrets> = {};
  try {
    value = JSON.parse(text) as Partial<PodSecrets>;
  } catch {
    refuse('is not readable as JSON');
  }
  const missing = (['podSecret', 'keyEncryptionKey', 'natsPassword', 'natsSystemPassword'] as const).filter((name) => typeof value[name] !== 'string' || !value[name]);
  if (missing.length > 0) refuse(`lacks ${missing.join(', ')}`);
  if (value.podSecret!.length < 32) refuse('has a podSecret of fewer than 32 characters');
  if (Buffer.from(value.keyEncryptionKey!, 'base64').length !== 32) refuse('has a keyEncryptionKey that is not 32 bytes in base64');
  return value as PodSecrets;
}
