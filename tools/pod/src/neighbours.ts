import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerOf } from '@unityplan/servers';
import { portOf, serviceNames } from './environment.ts';

/** Another pod of this machine that runs now. */
export interface Neighbour {
  readonly pod: string;
  readonly stateDir: string;
  readonly pid: number;
}

/** The running pod to which a port belongs, of those in `.state` and beside this one's folder. */
export function neighbourAt(port: number, stateDir: string, root: string): Neighbour | undefined {
  const parents = new Set([join(root, '.state'), dirname(stateDir)]);
  for (const other of [...parents].flatMap((parent) => folders(parent).map((name) => join(parent, name)))) {
    const runner = other === stateDir ? undefined : runnerOf(other);
    if (runner && serviceNames.some((service) => portOf(service, runner.port) === port)) return { pod: runner.pod, stateDir: other, pid: runner.pid };
  }
  return undefined;
}

function folders(parent: string): string[] {
  try {
    return readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
