import { existsSync, readFileSync } from 'node:fs';
import type { ServerName } from '../types.ts';
import { run } from '../process/run.ts';

/** One line of the machine's own apt configuration. */
export interface AptTarget {
  uri: string;
  release: string;
  component: string;
}

export interface Release {
  id: string;
  codename: string;
  version: number;
}

/** Reads /etc/os-release; undefined when this is not Debian. */
export function readRelease(text = safeRead('/etc/os-release')): Release | undefined {
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  if (field('ID') !== 'debian') return undefined;
  // Testing and unstable carry no version number: newer than every release.
  return { id: 'debian', codename: field('VERSION_CODENAME') || 'sid', version: Number(field('VERSION_ID') || '99') };
}

/** The suite that has a new enough version. Debian 12 has nats-server 2.9, too old for our client's consumers. */
export function suiteFor(server: ServerName, release: Release): string {
  return server === 'nats' && release.version < 13 ? 'trixie' : release.codename;
}

/** Where this machine gets its Debian packages from. The mirror is never named in our code. */
export async function aptTargets(): Promise<AptTarget[]> {
  // Without --no-release-info nothing is shown on a machine whose lists were never fetched, such as a fresh container.
  const { stdout } = await run('apt-get', ['indextargets', '--no-release-info', '--format', '$(REPO_URI)|$(RELEASE)|$(COMPONENT)', 'Created-By: Packages']);
  return parseTargets(stdout);
}

export function parseTargets(output: string): AptTarget[] {
  return output.split('\n').flatMap((line) => {
    const [uri, release, component] = line.split('|');
    return uri && release && component && !uri.startsWith('cdrom:') ? [{ uri, release, component }] : [];
  });
}

/** Sources list of one suite; empty when the machine's configuration has no Debian archive to take it from. */
export function sourcesFor(suite: string, release: Release, targets: AptTarget[], keyring: string): string {
  const names = [release.codename, 'stable', 'oldstable', 'testing', 'unstable', 'sid'];
  const main = targets.find((target) => target.component === 'main' && names.includes(target.release));
  if (!main) return '';
  const rows = new Set([`${main.uri} ${suite}`]);
  // Our own release: take its updates too, so that the server has the fixes the machine's other packages have.
  for (const target of targets) {
    if (target.component === 'main' && [`${suite}-security`, `${suite}-updates`].includes(target.release)) rows.add(`${target.uri} ${target.release}`);
  }
  return [...rows].map((row) => `deb [signed-by=${keyring}] ${row} main\n`).join('');
}

/** The keys that sign Debian's archive; trixie renamed the file. */
export function archiveKeyring(): string | undefined {
  return ['/usr/share/keyrings/debian-archive-keyring.gpg', '/usr/share/keyrings/debian-archive-keyring.pgp'].find((file) => existsSync(file));
}

function safeRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
