import { resolve } from 'node:path';
import { runningPod } from '@unityplan/servers';
import { createServer } from 'vite';
import { workspaceRoot } from './service-options.ts';

const help = `Serves the web pages with every edit at once, against the pod that runs: nx serve frontend

  node tools/build/src/serve-web.ts <dir> [--port N]

Calls to the API go to the running pod (UNITYPLAN_STATE, else the newest one that runs in .state), else to port 8080.`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(help);
} else {
  const port = args.includes('--port') ? Number(args[args.indexOf('--port') + 1]) : undefined;
  await serve(resolve(args[0] ?? '.'), port);
}

async function serve(dir: string, port: number | undefined): Promise<void> {
  const pod = runningPod(workspaceRoot);
  const target = `http://127.0.0.1:${pod?.runner.port ?? 8080}`;
  const slug = (pod?.environment['TERRITORIES'] ?? 'dk').split(',')[0]!.toLowerCase();
  console.log(pod ? `[serve] joins the pod in ${pod.stateDir}` : '[serve] no pod is running: start one with  npm start');
  // Only the target differs from the app's own configuration, which is merged in. The pages of the gateway's own (mail) come along.
  const to = { target, changeOrigin: false };
  const server = await createServer({ root: dir, server: { ...(port !== undefined && { port }), proxy: { '/api': to, '/dev': to, '/ws': { ...to, ws: true } } } });
  await server.listen();
  const { port: at } = server.config.server;
  const listening = server.httpServer?.address();
  console.log(`[serve] open http://${slug}.localhost:${typeof listening === 'object' && listening ? listening.port : at}`);
  const stop = (): void => void server.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}
