import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names what node_modules must belong to: the lockfile, the manifest and the platform its binaries are for. */
export function stampFor(folder, platform, arch) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'package.json']) hash.update(readFileSync(join(folder, file))).update('\0');
  return hash.update(`${platform} ${arch}`).digest('hex') + '\n';
}
