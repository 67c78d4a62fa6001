import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch } from 'node:process';
import { join } from 'node:path';
import type { Log, ServerName, ServerPrograms } from '../types.ts';
import { titles } from '../types.ts';
import { explain, notFound, ServerError } from '../errors.ts';
import { cacheFolder } from '../paths.ts';
import { run } from '../process/run.ts';
import { withFolderLock } from '../process/folder-lock.ts';
import { wantedVersions } from '../versions.ts';
import { inspectPrograms } from '../find/inspect.ts';
import { PrivateApt } from './apt.ts';
import { aptTargets, archiveKeyring, readRelease, sourcesFor, suiteFor } from './debian.ts';
import type { Release } from './debian.ts';
import { filesToCheck, libraryPackages, libraryPath, missingLibraries } from './libraries.ts';
import { mainPackages } from './packages.ts';
import { locateProgram } from './unpacked.ts';

/** Parts of the packages a server never reads. */
const ballast = ['usr/share/doc', 'usr/share/man', 'usr/share/locale', 'usr/share/lintian', 'usr/share/bash-completion', 'var', 'etc'];

/** Gives the server from the cache, or downloads the distribution's package into it. Nothing on the system is changed. */
export async function fetchServer(server: ServerName, log: Log): Promise<ServerPrograms> {
  const release = readRelease();
  if (!release) throw notFound(server, wantedVersions[server], 'this is not Debian');
  const cache = cacheFolder();
  const target = join(cache, `${server}-${suiteFor(server, release)}-${arch}`);
  const cached = await fromCache(server, target);
  if (cached) return cached;
  try {
    return await withFolderLock(
      join(cache, `${server}.lock`),
      async () => (await fromCache(server, target)) ?? (await install(server, release, cache, target, log)),
      () => log(`Waiting: another command is fetching ${titles[server]}`),
    );
  } catch (error) {
    const known = explain(server, `fetching ${titles[server]}`, error);
    if (error instanceof ServerError || /^(The disk is full|No rights)/.test(known.message)) throw known;
    throw notFound(server, wantedVersions[server], error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
  }
}

async function fromCache(server: ServerName, target: string): Promise<ServerPrograms | undefined> {
  if (!existsSync(join(target, 'ready.json'))) return undefined;
  const programs = await inspectUnpacked(server, target);
  if (!programs) rmSync(target, { recursive: true, force: true });
  return programs;
}

async function install(server: ServerName, release: Release, cache: string, target: string, log: Log): Promise<ServerPrograms> {
  const suite = suiteFor(server, release);
  log(`Fetching ${titles[server]} from the ${suite} packages into ${cache}`);
  const keyring = archiveKeyring();
  if (!keyring) throw new Error('Debian’s archive keys are missing; run `sudo apt-get install -y debian-archive-keyring`');
  const sources = sourcesFor(suite, release, await aptTargets(), keyring);
  if (!sources) throw new Error('apt is missing or its configuration names no Debian archive');
  const apt = new PrivateApt(join(cache, 'apt', suite), sources);
  await withFolderLock(join(cache, 'apt', `${suite}.lock`), () => apt.update());

  sweepLeftovers(cache, server);
  const work = mkdtempSync(join(cache, `.${server}-`));
  try {
    const packages = await mainPackages(server, apt);
    const root = join(work, 'root');
    await unpack(apt, packages, work, root);
    const libraries = await addLibraries(server, apt, packages, work, root);
    for (const part of ballast) rmSync(join(root, part), { recursive: true, force: true });
    apt.dropIndex();
    const programs = await inspectUnpacked(server, root);
    if (!programs) throw new Error(`the unpacked ${titles[server]} does not run on this machine`);
    writeFileSync(join(root, 'ready.json'), JSON.stringify({ version: programs.version, packages: [...packages, ...libraries] }) + '\n');
    rmSync(target, { recursive: true, force: true });
    renameSync(root, target);
    log(`${titles[server]} ${programs.version} is in the cache`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const programs = await inspectUnpacked(server, target);
  if (!programs) throw new Error(`${titles[server]} in ${target} does not run`);
  return programs;
}

async function unpack(apt: PrivateApt, packages: string[], work: string, root: string): Promise<void> {
  const downloads = mkdtempSync(join(work, 'debs-'));
  mkdirSync(root, { recursive: true });
  for (const file of await apt.download(packages, downloads)) {
    const result = await run('dpkg-deb', ['-x', file, root]);
    if (result.code !== 0) throw new Error(result.stderr.trim());
  }
  rmSync(downloads, { recursive: true, force: true });
}

async function addLibraries(server: ServerName, apt: PrivateApt, packages: string[], work: string, root: string): Promise<string[]> {
  const { program, binDir } = locateProgram(server, root);
  const missing = (): Promise<string[]> => missingLibraries(filesToCheck(program, binDir), { LD_LIBRARY_PATH: libraryPath(root) });
  if ((await missing()).length === 0) return [];
  const libraries = await libraryPackages(apt, packages);
  if (libraries.length > 0) await unpack(apt, libraries, work, root);
  const still = await missing();
  if (still.length > 0) throw new Error(`it needs ${still.join(', ')}, which its packages do not bring`);
  return libraries;
}

function inspectUnpacked(server: ServerName, root: string): Promise<ServerPrograms | undefined> {
  const { program } = locateProgram(server, root);
  const path = libraryPath(root);
  return inspectPrograms(server, program, 'fetched', path ? { LD_LIBRARY_PATH: path } : {});
}

/** Folders of a fetch that was killed; we hold the lock, so nobody uses them. */
function sweepLeftovers(cache: string, server: ServerName): void {
  for (const name of readdirSync(cache)) if (name.startsWith(`.${server}-`)) rmSync(join(cache, name), { recursive: true, force: true });
}
