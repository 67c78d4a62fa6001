import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import type { PrivateApt } from './apt.ts';

const libraryPackage = /^(lib|zlib|lua-)/;
/** Needed only for just-in-time compilation, which is off, or part of every Debian. */
const neverNeeded = /^(libllvm|libc6$|libc-bin$|libgcc-s1$)/;

/** Shared libraries the files ask for and the machine does not have. */
export async function missingLibraries(files: string[], env: Record<string, string>): Promise<string[]> {
  if (files.length === 0) return [];
  const { stdout } = await run('ldd', files, { env });
  return parseMissing(stdout);
}

export function parseMissing(lddOutput: string): string[] {
  return [...new Set([...lddOutput.matchAll(/^\s+(\S+) => not found/gm)].flatMap((match) => match[1] ?? []))];
}

/** Library packages below these packages that are not installed on the machine. */
export async function libraryPackages(apt: PrivateApt, packages: string[]): Promise<string[]> {
  const seen = new Set<string>();
  let level = packages;
  while (level.length > 0) {
    const below = (await apt.depends(level)).filter((name) => libraryPackage.test(name) && !neverNeeded.test(name) && !seen.has(name));
    for (const name of below) seen.add(name);
    level = [...new Set(below)];
  }
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n']);
  const installed = new Set(stdout.split('\n').filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]));
  return [...seen].filter((name) => !installed.has(name)).sort();
}

/** Folders below `root` that hold shared libraries, for LD_LIBRARY_PATH. */
export function libraryPath(root: string): string {
  const found: string[] = [];
  for (const top of ['usr/lib', 'lib']) {
    for (const name of ['', ...list(join(root, top)).filter((entry) => entry.endsWith('-linux-gnu'))]) {
      const folder = join(root, top, name);
      if (list(folder).some((file) => file.includes('.so'))) found.push(folder);
    }
  }
  return found.join(':');
}

/** Programs and modules whose libraries must be there; PostgreSQL's modules for Perl, Python and LLVM are not used. */
export function filesToCheck(program: string, binDir: string): string[] {
  const modules = join(binDir, '..', 'lib');
  const optional = /^(llvmjit|.*perl|.*python|pltcl)/;
  const beside = ['initdb', 'pg_ctl', 'psql', 'pg_dump', 'pg_restore'].map((name) => join(binDir, name)).filter((file) => isFile(file));
  const loaded = list(modules).filter((file) => file.endsWith('.so') && !optional.test(file)).map((file) => join(modules, file));
  return [realpathSync(program), ...beside, ...(beside.length > 0 ? loaded : [])];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
