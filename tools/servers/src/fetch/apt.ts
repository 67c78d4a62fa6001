import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../process/run.ts';
import { run } from '../process/run.ts';

/** Lists older than this are fetched again: a mirror drops the packages that old lists name. */
const listsMaxAgeMs = 12 * 3600_000;

/** apt with its own lists and its own cache: nothing of the system's apt is changed, and no rights are needed. */
export class PrivateApt {
  private readonly folder: string;
  private readonly config: string;

  constructor(folder: string, sources: string) {
    this.folder = folder;
    this.config = join(folder, 'apt.conf');
    mkdirSync(join(folder, 'lists', 'partial'), { recursive: true });
    mkdirSync(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
    writeFileSync(join(folder, 'sources.list'), sources);
    writeFileSync(this.config, aptConfig(folder));
  }

  /** Fetches the lists of packages unless there are fresh ones. */
  async update(): Promise<void> {
    if (this.listsAreFresh()) return;
    const result = await this.apt('apt-get', ['-q', 'update']);
    // apt-get update ends with 0 even when a list could not be fetched.
    if (result.code !== 0 || /^(E|Err|W: Failed to fetch)/m.test(result.stdout + '\n' + result.stderr)) throw new Error(aptFailure(result));
  }

  /** Downloads packages, without their dependencies, into a folder. */
  async download(packages: string[], into: string): Promise<string[]> {
    const result = await this.apt('apt-get', ['-q', 'download', ...packages], into);
    if (result.code !== 0) throw new Error(aptFailure(result));
    return readdirSync(into).filter((file) => file.endsWith('.deb')).map((file) => join(into, file));
  }

  /** The newest version of a package these lists know. */
  async candidate(name: string): Promise<string | undefined> {
    const result = await this.apt('apt-cache', ['show', '--no-all-versions', name]);
    return /^Version: (\S+)/m.exec(result.stdout)?.[1];
  }

  /** What packages depend on directly. */
  async depends(packages: string[]): Promise<string[]> {
    const flags = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((kind) => `--no-${kind}`);
    return parseDepends((await this.apt('apt-cache', ['depends', ...flags, ...packages])).stdout);
  }

  /** Removes apt's index files, some 100 MB that it makes again when needed. */
  dropIndex(): void {
    for (const name of ['pkgcache.bin', 'srcpkgcache.bin']) rmSync(join(this.folder, 'cache', name), { force: true });
  }

  private apt(program: string, args: string[], cwd = this.folder): Promise<RunResult> {
    return run(program, ['-c', this.config, ...args], { cwd, timeoutMs: 600_000 });
  }

  private listsAreFresh(): boolean {
    const lists = join(this.folder, 'lists');
    const packages = readdirSync(lists).filter((file) => file.includes('_Packages'));
    return packages.length > 0 && packages.every((file) => Date.now() - statSync(join(lists, file)).ctimeMs < listsMaxAgeMs);
  }
}

/** Settings are given as a file after the machine's own, so that its proxies and certificates still count. */
export function aptConfig(folder: string): string {
  return `Dir::Etc::SourceList "${folder}/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "${folder}/lists";
Dir::Cache "${folder}/cache";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::IndexTargets::deb::CNF::DefaultEnabled "false";
APT::Sandbox::User "root";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
`;
}

/** First alternative of every dependency, virtual packages left out. */
export function parseDepends(output: string): string[] {
  return [...output.matchAll(/^\s+\|?(?:Pre)?Depends: ([^<\s]\S*)$/gm)].flatMap((match) => match[1] ?? []);
}

/** The first real complaint of apt, without the mirror's long address list. */
export function aptFailure(result: Pick<RunResult, 'code' | 'stdout' | 'stderr'>): string {
  if (result.code === 127) return 'this machine has no apt-get';
  const lines = result.stderr.split('\n').filter((line) => /^[EW]: /.test(line));
  const text = (lines.find((line) => line.startsWith('E: ') && !line.includes('Some index files')) ?? lines[0] ?? 'apt-get failed').slice(3);
  if (/NO_PUBKEY|not signed|signatures/i.test(result.stderr)) return `the package archive's signature could not be checked: ${text}`;
  if (/resolve|connect|Failed to fetch|timed out|unreachable/i.test(text)) return `the package mirror in this machine's apt configuration cannot be reached: ${text}`;
  return text;
}
