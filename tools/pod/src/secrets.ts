import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Secrets of a development pod: made once, kept readable by their owner only. */
export interface PodSecrets {
  readonly podSecret: string;
  readonly keyEncryptionKey: string;
  readonly natsPassword: string;
  readonly natsSystemPassword: string;
}

/** Reads the secrets file, or makes it. Without it the sealed data of the pod could not be read again. */
export function keepSecrets(file: string): PodSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PodSecrets;
  const secrets: PodSecrets = {
    podSecret: randomBytes(32).toString('hex'),
    keyEncryptionKey: randomBytes(32).toString('base64'),
    natsPassword: randomBytes(16).toString('hex'),
    natsSystemPassword: randomBytes(16).toString('hex'),
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
