import { basename, join, resolve } from 'node:path';
import { watch } from 'rolldown';
import { podFor } from './pod-for.ts';
import { serviceOptions } from './service-options.ts';
import { serviceProcess } from './service-process.ts';

const help = `Runs a service and restarts it after every edit that builds: nx serve <service>

  node tools/build/src/serve.ts <dir>

It joins the pod that \`npm start -- --without <service>\` runs: databases, ports and secrets come from its state folder
(UNITYPLAN_STATE, else the newest one that runs in .state). What is in the environment already wins.
A build that fails is shown, and the service goes on as it was. Ctrl-C ends both.`;

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(help);
} else {
  serve(resolve(process.argv[2] ?? '.'));
}

function serve(dir: string): void {
  // A folder of its own: `dist` belongs to builds that a running pod may be using.
  const outDir = 'dist/serve';
  const say = (line: string): void => console.log(`[serve ${basename(dir)}] ${line}`);
  const service = serviceProcess(join(dir, outDir, 'main.js'), dir, say, podFor(basename(dir), say));
  const watcher = watch({ ...serviceOptions({ dir, outDir }), watch: { clearScreen: false } });
  let startedAt = performance.now();
  let failed = false;

  watcher.on('event', async (event) => {
    if (event.code === 'START') {
      startedAt = performance.now();
      failed = false;
    } else if (event.code === 'ERROR') {
      failed = true;
      say(`does not build: ${event.error.message}`);
      await event.result?.close();
    } else if (event.code === 'BUNDLE_END') {
      await event.result?.close();
    } else if (event.code === 'END' && !failed) {
      say(`built in ${Math.round(performance.now() - startedAt)} ms`);
      await service.restart();
    }
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all([service.stop(), watcher.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}
