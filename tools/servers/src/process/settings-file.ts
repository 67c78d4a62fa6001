import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that only this user may read, in one step. */
export function writePrivate(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The password kept in the file; made when there is none. */
export function keptPassword(file: string): string {
  const kept = readKept(file);
  if (kept) return kept;
  const password = randomBytes(24).toString('base64url');
  writePrivate(file, password + '\n');
  return password;
}

/** What the file holds, without the line end; undefined when there is no such file. */
export function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
