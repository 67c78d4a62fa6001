import { parseArgs } from 'node:util';
import { durable } from '@unityplan/servers';
import { wishAlone, wishTogether } from './connections.ts';
import { serviceNames, webPorts } from './environment.ts';
import { podPlans, type DatabaseMode } from './pods.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly pod: string;
  /** Only when it was said; a pod remembers it from its first start. */
  readonly databases: DatabaseMode | undefined;
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
  --pod NAME         ${Object.keys(podPlans).join(', ')} (default denmark); several run beside each other
  --databases HOW    one for the pod, or each territory its own (default for europe); said at the first start, kept from then on
  --port N           port of the web address (default: the pod's, 8080 for denmark, 8180 for europe); all others follow from it
  --state DIR        folder for data, logs and secrets (default .state/<pod>)
  --no-build         trust what was built last
  --help             this text

Environment:
  DATABASE_URL, NATS_URL, REDIS_URL   servers of your own instead of the pod's; no other pod may run on the same database or account
  NATS_USER, NATS_PASSWORD            the account on a NATS of your own
  ROLE_PREFIX                         begins the names of the roles on a PostgreSQL of your own, for several pods on one server
  POSTGRES_MAX_CONNECTIONS            max_connections of the pod's own PostgreSQL (default ${durable.max_connections}): more for many territories
  CONNECTION_LIMIT                    connections of each process (default: ${wishTogether} for all services in one, ${wishAlone} for each alone)`;

/** Reads the arguments after `npm start --`. Throws a sentence that names what does not fit. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv = {}): StartOptions {
  refuseSwallowed(env);
  const values = parse(args);
  const without = values.without.flatMap((list) => list.split(',')).filter(Boolean);
  const unknown = without.filter((name) => !(serviceNames as readonly string[]).includes(name));
  if (unknown.length) throw new Error(`--without knows ${serviceNames.join(', ')}; not ${unknown.join(', ')}.`);
  if (!Object.hasOwn(podPlans, values.pod)) throw new Error(`--pod knows ${Object.keys(podPlans).join(', ')}; not ${values.pod}.`);
  if (values.databases !== undefined && values.databases !== 'one' && values.databases !== 'own') throw new Error(`--databases takes one or own, not ${values.databases}.`);
  const port = Number(values.port ?? podPlans[values.pod]!.port);
  const { least, greatest } = webPorts;
  if (!Number.isInteger(port) || port < least || port > greatest) throw new Error(`--port takes a number from ${least} to ${greatest}, not ${values.port}.`);
  return { pod: values.pod, databases: values.databases, processes: values.processes, without, port, stateDir: values.state, build: !values['no-build'], help: values.help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        pod: { type: 'string', default: 'denmark' },
        processes: { type: 'boolean', default: false },
        without: { type: 'string', multiple: true, default: [] },
        databases: { type: 'string' },
        port: { type: 'string' },
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
  const swallowed = ['pod', 'databases', 'processes', 'without', 'port', 'state'].filter((name) => env[`npm_config_${name}`] !== undefined);
  if (swallowed.length) throw new Error(`npm took --${swallowed.join(', --')} for itself: put two dashes before the options, as in npm start -- --${swallowed[0]}.`);
}
