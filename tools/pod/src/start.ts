/** `npm start`: a whole pod on a machine with nothing but Node and npm. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { urlOf } from '@unityplan/territory/names';
import { help, readOptions } from './options.ts';
import { PodRun } from './pod-run.ts';
import { Progress, seconds } from './progress.ts';
import { sentenceOf } from './sentence.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const startedAt = performance.now();
const mostShown = 12;
// A terminal that was closed must not end us before the pod has stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return console.log(help);
  const progress = new Progress();
  const stateDir = resolve(root, options.stateDir ?? join('.state', options.pod));
  const shown = relative(process.cwd(), stateDir).startsWith('..') ? stateDir : relative(process.cwd(), stateDir);
  const run = new PodRun(root, stateDir, options, progress);

  let leaving = false;
  const leave = async (signal: NodeJS.Signals): Promise<void> => {
    if (leaving) return run.hurry();
    leaving = true;
    const since = performance.now();
    progress.line('', '');
    console.log(`UnityPlan: stopping (${signal})`);
    await run.stop();
    console.log(`UnityPlan: stopped after ${seconds(since)}; everything is kept in ${shown}`);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(signal));
  // Only now: whoever reads it may stop us in the same moment.
  console.log(`UnityPlan: starting the pod ${options.pod}\n`);

  // Who ends npm alone ends only its shell with it, and nobody tells us: a parent that is gone is a wish to stop.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent && !leaving) void leave('SIGTERM');
  }, 500);
  if (process.env['npm_lifecycle_event'] !== 'start') clearInterval(watch);

  try {
    await run.start();
  } catch (error) {
    // Asked to stop while starting: `leave` ends the process.
    if (leaving) return;
    const sentence = sentenceOf(error);
    throw new Error(/^The disk is full/.test(sentence) && !sentence.includes(stateDir) ? `${sentence} The state folder is ${stateDir}.` : sentence, { cause: error });
  }
  progress.line('', '');
  const address = (id: string): string => urlOf(`http://{slug}.localhost:${options.port}`, id);
  const open = run.territories.slice(0, mostShown).map(({ id, name, status }) => ({ id, url: address(id), name: `${name}${status === 'active' ? '' : ` (${status})`}` }));
  const wide = Math.max(...open.map(({ id }) => id.length));
  const wideUrl = Math.max(...open.map(({ url }) => url.length));
  const line = (name: string, text: string): void => progress.line(name.padEnd(wide), text);
  for (const { id, url, name } of open) line(id, `${url.padEnd(wideUrl)}  ${name}`);
  if (run.territories.length > mostShown) line('', `and ${run.territories.length - mostShown} more: npm run territory -- list`);
  const first = address((run.territories.find(({ status }) => status === 'active') ?? run.territories[0])!.id);
  line('mail', `${first}/dev/mail`);
  line('API', `${first}/api/docs`);
  line('logs', join(shown, 'logs'));
  console.log(`\nUnityPlan: ready after ${seconds(startedAt)}. Ctrl-C stops it.`);
}

main().catch((error: unknown) => {
  console.error(`\nUnityPlan could not start: ${sentenceOf(error)}`);
  process.exit(1);
});
