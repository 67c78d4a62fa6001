import { parseArgs } from 'node:util';

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

/** Reads the arguments after \`npm start --\`. Throws a sentence that names what does not fit. */
export function readOptions(args: readonly string[], known: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pod: { type: 'string', default: 'denmark' },
      processes: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      port: { type: 'string', default: '8080' },
      state: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const without = values.without.flatMap((list) => list.split(',')).filter(Boolean);
  const unknown = without.filter((name) => !known.includes(name));
  if (unknown.length) throw new Error(`--without knows ${known.join(', ')}; not ${unknown.join(', ')}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port takes a number from 1 to 65535, not ${values.port}.`);
  return { pod: values.pod, processes: values.processes, without, port, stateDir: values.state, build: !values['no-build'], help: values.help };
}
