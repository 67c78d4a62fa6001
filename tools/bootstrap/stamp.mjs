import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function stampFile(folder) {
  return join(folder, 'node_modules', '.unityplan-stamp');
}

/** Names what node_modules must belong to: the lockfile, the manifest's word on packages, and the platform its binaries are for. */
export function stampFor(folder, platform = process.platform, arch = process.arch) {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(folder, 'package-lock.json'))).update('\0');
  // Whoever edits a script or the description must not wait for a new installation.
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  hash.update(JSON.stringify({ ...manifest, scripts: undefined, description: undefined })).update('\0');
  return hash.update(`${platform} ${arch}`).digest('hex') + '\n';
}

/** Whether node_modules was installed, to its end, from the lockfile as it is now. */
export function isUpToDate(folder, platform, arch) {
  try {
    return readFileSync(stampFile(folder), 'utf8') === stampFor(folder, platform, arch);
  } catch {
    return false;
  }
}
