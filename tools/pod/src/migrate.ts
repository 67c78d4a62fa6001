/** `npm run migrate`: the migrator of libs/territory, told about the pod by its state folder. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takePod } from './choose-pod.ts';
import { withPodEnvironment } from './pod-environment.ts';
import { runScript } from './run-script.ts';
import { sentenceOf } from './sentence.ts';

const help = `npm run migrate -- <command> [options]

  status   what is applied and pending in each schema; changes nothing
  up       brings roles, rights and schemas up to date; may be stopped and run again
  drift    compares every territory schema with what the files make

  --territories LIST   only these, such as DK,NO (default: all that the registry says the pod has, suspended ones too)
  --parallel N         connections for territories (default 4)
  --allow-unknown      accept applied migrations whose files are missing
  --pod NAME           which pod of .state, such as europe, when several run
  --help               this text

Works over every database of the pod. Which pod: --pod, else UNITYPLAN_STATE, else the one of .state that runs or ran last; its PostgreSQL
is started when it does not run.
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
  const { pod, rest } = takePod(args);
  return withPodEnvironment(root, pod, (line) => console.error(line), (env) => runScript(join(root, 'libs', 'territory', 'src', 'cli.ts'), [...rest, '--root', root], env));
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  },
);
