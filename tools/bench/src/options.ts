import { parseArgs } from 'node:util';

const sceneNames = ['start', 'first-load', 'reply', 'memory', 'topic-page', 'write', 'sign-in', 'live', 'earn', 'watchers', 'course', 'edge', 'edge-overload', 'sockets', 'idle', 'territory-opening', 'territory-reads', 'territories'] as const;
export type SceneName = (typeof sceneNames)[number];

export interface BenchOptions {
  readonly only: readonly SceneName[];
  readonly rounds: number;
  readonly port: number;
  /** Flags for Node in the pod, such as --cpu-prof. */
  readonly podFlags: string | undefined;
  readonly help: boolean;
}

export const help = `npm run bench [-- options]

Starts a pod of its own, measures it against the goals and writes docs/benchmarks.md. Takes well over ten minutes: some scenes wait until all is at rest.
Other programs on the machine change times and, less, CPU time: run it on a quiet machine; what else ran is written down.

  --only a,b        only these: ${sceneNames.join(', ')}; prints and writes no file
  --rounds N        rounds of each figure, of which the median counts (default 5)
  --port N          port of the pod's web address (default 28080; the services use the ports beside it)
  --pod-flags TEXT  NODE_OPTIONS of the pod's process, as in --pod-flags="--cpu-prof --cpu-prof-dir=/tmp/profile"
  --help            this text`;

/** Reads the arguments; throws a sentence that names what does not fit. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '5' },
      port: { type: 'string', default: '28080' },
      'pod-flags': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only.flatMap((list) => list.split(',')).filter(Boolean);
  const unknown = only.filter((name) => !sceneNames.includes(name as SceneName));
  if (unknown.length) throw new Error(`--only knows ${sceneNames.join(', ')}; not ${unknown.join(', ')}.`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a whole number above 0, not ${values.rounds}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port takes a number from 1 to 65535, not ${values.port}.`);
  return { only: only as SceneName[], rounds, port, podFlags: values['pod-flags'], help: values.help };
}
