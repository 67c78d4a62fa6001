/** Runs a command of the repository with the environment of the pod: `with-pod.ts <script> [arguments]`. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPodEnvironment } from './pod-environment.ts';
import { runScript } from './run-script.ts';
import { sentenceOf } from './sentence.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const [script, ...args] = process.argv.slice(2);

async function main(): Promise<number> {
  if (script === undefined) throw new Error('Name the script to run.');
  // Help needs no pod, and must not wait for one.
  if (args.length === 0 || args.some((arg) => arg === '--help' || arg === '-h')) return runScript(resolve(root, script), args, process.env);
  return withPodEnvironment(root, (line) => console.error(line), (env) => runScript(resolve(root, script), args, env));
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  },
);
