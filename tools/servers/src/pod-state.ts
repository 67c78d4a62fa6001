import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { isOurs, type ProcessIdentity } from './process/identity.ts';

/** What `npm start` leaves in its state folder about itself, so that other commands find the pod. */
export interface RunnerRecord extends ProcessIdentity {
  /** Where people reach the pod. */
  readonly port: number;
  /** The name of its plan, such as `europe`. */
  readonly pod: string;
  /** Services that it leaves to somebody else. */
  readonly without: readonly string[];
}

/** The file that names the runner of a state folder. */
export const runnerFile = (stateDir: string): string => join(stateDir, 'runner.json');

/** The environment that every service of the pod has; for a service that is started by hand. */
export const serviceEnvironmentFile = (stateDir: string): string => join(stateDir, 'service.env');

/** The living runner of a state folder. */
export function runnerOf(stateDir: string): RunnerRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(runnerFile(stateDir), 'utf8')) as RunnerRecord;
    return isOurs(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** State folders of pods in `.state`: those that run first, then by their last start. */
export function podStates(root: string): string[] {
  const parent = join(root, '.state');
  const pods = existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)).filter((dir) => existsSync(serviceEnvironmentFile(dir))) : [];
  const rank = (dir: string): number => statSync(serviceEnvironmentFile(dir)).mtimeMs + (runnerOf(dir) ? 1e15 : 0);
  return pods.sort((a, b) => rank(b) - rank(a));
}

/**
 * The environment of the pod that runs now, and its folder; undefined when none runs. UNITYPLAN_STATE names it; else, of several that run,
 * it is the one that was started without `service`, and then the one that was started last.
 */
export function runningPod(root: string, service?: string, env: NodeJS.ProcessEnv = process.env): { stateDir: string; runner: RunnerRecord; environment: Record<string, string> } | undefined {
  const named = env.UNITYPLAN_STATE;
  const running = (named ? [resolve(root, named)] : podStates(root)).flatMap((stateDir) => {
    const runner = runnerOf(stateDir);
    return runner ? [{ stateDir, runner }] : [];
  });
  const found = running.find(({ runner }) => service !== undefined && runner.without.includes(service)) ?? running[0];
  return found && { ...found, environment: readServiceEnvironment(found.stateDir) };
}

/** Reads `service.env`. Throws when it is not there. */
export function readServiceEnvironment(stateDir: string): Record<string, string> {
  return parseEnv(readFileSync(serviceEnvironmentFile(stateDir), 'utf8')) as Record<string, string>;
}

/** Variables as lines that Node's `parseEnv` and a shell read the same way. Throws for a value that neither could. */
export function environmentText(env: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (/[\n\r]/.test(value) || /'/.test(value) && /["\\$`]/.test(value)) throw new Error(`${name} holds quotes or a line end, which a service cannot be given: ${value}`);
    return [value.includes("'") ? `${name}="${value}"` : `${name}='${value}'`];
  });
  return `${lines.join('\n')}\n`;
}
