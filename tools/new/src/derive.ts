import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeRouteTree } from './kinds/page-routes.ts';
import type { Aftermath } from './plan.ts';

/** Derives what follows from the written files, with the tools that do it every day. Answers with sentences about it. */
export async function derive(root: string, service: string, { generate, install, routes }: Aftermath): Promise<string[]> {
  const done: string[] = [];
  if (install) {
    await linkWorkspace(root, service);
    done.push(`linked apps/${service} and entered it in package-lock.json`);
  }
  if (generate) {
    run(root, process.execPath, ['--conditions=@unityplan/source', 'tools/generate/src/main.ts']);
    done.push('derived documents, SDK and error texts (npm run generate)');
  }
  if (routes) {
    await writeRouteTree(root);
    done.push('wrote the tree of routes');
  }
  return done;
}

/** What tools/bootstrap remembers of the last installation. */
interface Stamps {
  isUpToDate(folder: string): boolean;
  stampFile(folder: string): string;
  stampFor(folder: string): string;
}

/** As `npm install` would, without asking a registry for anything: there is no new package from outside, so the next start need not install. */
async function linkWorkspace(root: string, name: string): Promise<void> {
  const { isUpToDate, stampFile, stampFor } = (await import(join(root, 'tools/bootstrap/stamp.mjs'))) as Stamps;
  const installed = isUpToDate(root);
  const npm = process.env['npm_execpath'];
  const args = ['install', '--package-lock-only', '--ignore-scripts', '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm) run(root, process.execPath, [npm, ...args]);
  else run(root, 'npm', args);
  const link = join(root, 'node_modules/@unityplan', name);
  if (!existsSync(link)) symlinkSync(relative(join(link, '..'), join(root, 'apps', name)), link);
  if (installed) writeFileSync(stampFile(root), stampFor(root));
}

function run(root: string, program: string, args: readonly string[]): void {
  try {
    execFileSync(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${program.split('/').at(-1)} ${args.join(' ')} failed:\n${stdout}${stderr}` || message, { cause: error });
  }
}
