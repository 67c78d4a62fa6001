import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { podStates, runnerOf, serviceEnvironmentFile } from '@unityplan/servers';

/** Takes `--pod NAME` out of the arguments of a command; the command itself knows no pods. Throws when the name is missing. */
export function takePod(args: readonly string[]): { pod: string | undefined; rest: string[] } {
  const at = args.findIndex((arg) => arg === '--pod' || arg.startsWith('--pod='));
  if (at < 0) return { pod: undefined, rest: [...args] };
  const inOne = args[at]!.startsWith('--pod=');
  const pod = inOne ? args[at]!.slice('--pod='.length) : args[at + 1];
  if (!pod || pod.startsWith('-')) throw new Error('--pod needs a name, such as --pod europe.');
  return { pod, rest: args.filter((_, n) => n !== at && (inOne || n !== at + 1)) };
}

/**
 * The state folder that a command is about: of the pod it names, else the one in UNITYPLAN_STATE, else of the pod in `.state` that runs, else of
 * the one that ran last. Throws a sentence when there is none, or when several run and none was named.
 */
export function chooseState(root: string, pod: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  if (pod === undefined && env['UNITYPLAN_STATE']) return hasRun(resolve(root, env['UNITYPLAN_STATE']), 'name another folder with UNITYPLAN_STATE');
  const states = podStates(root);
  if (pod !== undefined) {
    const known = states.map((state) => basename(state)).join(', ');
    return hasRun(join(root, '.state', pod), known ? `choose one of ${known}` : `name its folder with UNITYPLAN_STATE`);
  }
  const running = states.filter((state) => runnerOf(state) !== undefined);
  if (running.length > 1) throw new Error(`${running.length} pods run (${running.map((state) => basename(state)).join(', ')}): say which one, as in --pod ${basename(running[0]!)}.`);
  if (states[0] === undefined) throw new Error('There is no pod in .state: run npm start once, name its folder with UNITYPLAN_STATE, or set DATABASE_URL.');
  return states[0];
}

function hasRun(stateDir: string, otherwise: string): string {
  if (existsSync(serviceEnvironmentFile(stateDir))) return stateDir;
  throw new Error(`No pod has run in ${stateDir}: run npm start once, or ${otherwise}.`);
}
