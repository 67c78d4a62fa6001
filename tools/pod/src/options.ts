import { parseArgs } from 'node:util';
import { serviceNames, webPorts } from './environment.ts';
import { podPlans } from './pods.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly pod: string;
  /** A process per service instead of one for all. */
  readonly processes: boolean;
  /** Services somebody else runs, such as `nx serve auth` in another terminal. */
  readonly without: readonly string[];
  readonly port: number;
  readonly stateDir: string | undefined;
  readonly build: boolean;
  readonly help: boolean;
}

export const help = `npm start [-- options]

Brings a whole pod up: PostgreSQL, NATS and Redis (found or fetched), databases, every service, the web pages.
Its data stays in the state folder; Ctrl-C stops it, starting again goes on from there.

  --processes        a process per service (default: all services in one)
  --without a,b      leave services out; run them yourself, for example: npx nx serve auth
  --port N           port of the web address (default 8080)
  --state DIR        folder for data, logs and secrets (default .state/<pod>)
  --pod NAME         which pod of pods.ts to run (default denmark)
  --no-build         trust what was built last
  --help             this text`;

/** Reads the arguments after `npm start --`. Throws a sentence that names what does not fit. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv = {}): StartOptions {
  refuseSwallowed(env);
  const values = parse(args);
  const without = values.without.flatMap((list) => list.split(',')).filter(Boolean);
  const unknown = without.filter((name) => !(serviceNames as readonly string[]).includes(name));
  if (unknown.length) throw new Error(`--without knows ${serviceNames.join(', ')}; not ${unknown.join(', ')}.`);
  if (!podPlans[values.pod]) throw new Error(`--pod knows ${Object.keys(podPlans).join(', ')}; not ${values.pod}.`);
  const port = Number(values.port);
  const { least, greatest } = webPorts;
  if (!Number.isInteger(port) || port < least || port > greatest) throw new Error(`--port takes a number from ${least} to ${greatest}, not ${values.port}.`);
  return { pod: values.pod, processes: values.processes, without, port, stateDir: values.state, build: !values['no-build'], help: values.help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        pod: { type: 'string', default: 'denmark' },
        processes: { type: 'boolean', default: false },
        without: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '8080' },
        state: { type: 'string' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    // Node goes on about positional arguments after the first sentence.
    const [what] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${what}; npm start -- --help shows the options.`, { cause: error });
  }
}

/** Without the two dashes npm keeps options to itself, and the pod would start with others than were asked for. */
function refuseSwallowed(env: NodeJS.ProcessEnv): void {
  const swallowed = ['pod', 'processes', 'without', 'port', 'state'].filter((name) => env[`npm_config_${name}`] !== undefined);
  if (swallowed.length) throw new Error(`npm took --${swallowed.join(', --')} for itself: put two dashes before the options, as in npm start -- --${swallowed[0]}.`);
}
