/** `npm run migrate`: the migrator of libs/territory, told about the pod by its state folder. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPodEnvironment } from './pod-environment.ts';
import { runScript } from './run-script.ts';
import { sentenceOf } from './sentence.ts';

const help = `npm run migrate -- <command> [options]

  status   what is applied and pending in each schema; changes nothing
  up       brings roles, rights and schemas up to date; may be stopped and run again
  drift    compares every territory schema with what the files make

  --territories LIST   other than the pod's own, such as DK,NO
  --parallel N         connections for territories (default 4)
  --allow-unknown      accept applied migrations whose files are missing
  --help               this text

Which pod: UNITYPLAN_STATE, else the newest one in .state; its PostgreSQL is started when it does not run.
With DATABASE_URL, POD_ID, TERRITORIES and POD_SECRET in the environment: the pod they name.
Ends with 0 when done, 1 when it failed, something is pending or differs, 2 for wrong use.`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const args = process.argv.slice(2);

async function main(): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return args.length === 0 ? 2 : 0;
  }
  if (!['status', 'up', 'drift'].includes(args.find((arg) => !arg.startsWith('-')) ?? '')) {
    console.error('Give one of the commands status, up, drift; npm run migrate -- --help shows more.');
    return 2;
  }
  return withPodEnvironment(root, (line) => console.error(line), (env) => {
    const own = { DB_ROLE_SECRET: env['POD_SECRET'], DB_ROLE_PREFIX: env['ROLE_PREFIX'], ...env };
    return runScript(join(root, 'libs', 'territory', 'src', 'cli.ts'), [...args, '--root', root], own);
  });
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  },
);
