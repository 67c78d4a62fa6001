/** Runs a command of the repository with the environment of a pod: `with-pod.ts <script> [arguments] [--pod NAME]`. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takePod } from './choose-pod.ts';
import { withPodEnvironment } from './pod-environment.ts';
import { runScript } from './run-script.ts';
import { sentenceOf } from './sentence.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const [script, ...args] = process.argv.slice(2);

async function main(): Promise<number> {
  if (script === undefined) throw new Error('Name the script to run.');
  // Help needs no pod, and must not wait for one.
  if (args.length === 0 || args.some((arg) => arg === '--help' || arg === '-h')) return runScript(resolve(root, script), args, process.env);
  const { pod, rest } = takePod(args);
  return withPodEnvironment(root, pod, (line) => console.error(line), (env) => runScript(resolve(root, script), rest, env));
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  },
);
