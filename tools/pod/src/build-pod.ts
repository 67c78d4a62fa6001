import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { withFolderLock } from '@unityplan/servers';
import { build, isFresh, type BuildPlan } from './build.ts';
import { serviceNames } from './environment.ts';

/** What a start needs built: services (one bundle, or one each) and the web pages. */
export interface BuildWish {
  readonly processes: boolean;
  /** Services that this runner starts. */
  readonly services: readonly string[];
}

/** Builds what the pod runs, unless it is up to date; answers with what happened, for people. */
export async function buildPod(root: string, wish: BuildWish, doing: (what: string) => void, signal?: AbortSignal): Promise<string> {
  // One of two starts of the same clone builds, the other waits for it: a build empties its folder first.
  const name = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const lock = join(root, 'node_modules', '.cache', `unityplan-build-${name}.lock`);
  return withFolderLock(lock, () => buildStale(root, wish, doing, signal), () => doing('waiting for another start to build'));
}

async function buildStale(root: string, wish: BuildWish, doing: (what: string) => void, signal?: AbortSignal): Promise<string> {
  const stale = plansFor(root, wish).filter((plan) => !isFresh(plan));
  if (stale.length === 0) return 'nothing to build';
  const names = stale.map(({ name }) => name).join(', ');
  // One that fails ends the others: nothing may be left running.
  const failed = new AbortController();
  const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const waiting = [...stale];
  const workers = Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      if (either.aborted) return;
      doing(`building ${plan.name}${stale.length > 2 ? ` (${stale.length - waiting.length} of ${stale.length})` : ''}`);
      await build(plan, either);
    }
  });
  let first: unknown;
  await Promise.all(workers.map((worker) => worker.catch((error: unknown) => {
    first ??= error;
    failed.abort();
  })));
  if (first !== undefined) throw first;
  return `built ${names}`;
}

function plansFor(root: string, { processes, services }: BuildWish): BuildPlan[] {
  const buildService = join(root, 'tools', 'build', 'src', 'build-service.ts');
  const libs = ['contracts', 'permissions', 'markdown', 'telemetry', 'territory', 'messaging', 'service-kit'].map((lib) => join(root, 'libs', lib, 'src'));
  const shared = [...libs, join(root, 'tools', 'build', 'src'), join(root, 'package-lock.json')];
  const node = (name: string, path: string, from: string[]): BuildPlan => {
    const cwd = join(root, path);
    const args = ['--conditions=@unityplan/source', buildService, '.', '--bundle'];
    return { name, cwd, args, from: [...shared, ...from], makes: join(cwd, 'dist', 'main.js'), stampFile: join(cwd, 'dist', '.stamp') };
  };
  const sources = (name: string): string => join(root, 'apps', name, 'src');
  const plans = processes
    ? services.map((name) => node(name, join('apps', name), [sources(name)]))
    : [node('services', join('tools', 'pod'), [join(root, 'tools', 'pod', 'src', 'main.ts'), ...serviceNames.map(sources)])];
  return services.includes('api-gateway') ? [...plans, webPages(root)] : plans;
}

function webPages(root: string): BuildPlan {
  const cwd = join(root, 'apps', 'frontend');
  const from = ['src', 'public', 'index.html', 'vite.config.ts'].map((part) => join(cwd, part));
  const libs = ['ui', 'sdk', 'contracts'].map((lib) => join(root, 'libs', lib, 'src'));
  return {
    name: 'web pages', cwd, args: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], from: [...from, ...libs, join(root, 'package-lock.json')],
    makes: join(cwd, 'dist', 'index.html'), stampFile: join(cwd, 'dist', '.stamp'),
  };
}
