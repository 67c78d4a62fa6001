/** `npm start`: a whole pod on a machine with nothing but Node and npm. */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portHolder, isPortFree } from '@unityplan/servers';
import { servicePorts, type ServiceName } from '@unityplan/service-kit/ports';
import { buildPod } from './build-pod.ts';
import { Child } from './children.ts';
import { podEnvironment, portOf } from './environment.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { help, readOptions, type StartOptions } from './options.ts';
import { podPlans, type PodPlan } from './pods.ts';
import { prepareDatabases } from './prepare-databases.ts';
import { keepSecrets } from './secrets.ts';
import { startPodServers, type PodServers } from './pod-servers.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const names = Object.keys(servicePorts) as ServiceName[];
const startedAt = performance.now();
const seconds = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
const tell = (line: string): void => console.log(`  ${line}`);

async function refuseTakenPorts(services: readonly ServiceName[], port: number): Promise<void> {
  for (const service of services) {
    const wanted = portOf(service, port);
    if (await isPortFree(wanted)) continue;
    const holder = portHolder(wanted);
    throw new Error(`Port ${wanted} (${service}) is taken${holder ? ` by ${holder}` : ''}. Stop that program, or choose other ports: npm start -- --port ${port + 1000}`);
  }
}

function childrenOf(options: StartOptions, services: readonly ServiceName[], env: NodeJS.ProcessEnv, logs: string): Child[] {
  const shared = { ...process.env, ...env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile') };
  const ready = (service: ServiceName): string => `http://127.0.0.1:${portOf(service, options.port)}/health/ready`;
  const plan = (name: string, script: string, last: ServiceName, more: NodeJS.ProcessEnv = {}) =>
    new Child({ name, script: join(root, script), env: { ...shared, ...more }, logFile: join(logs, `${name}.log`), readyUrl: ready(last) }, tell);
  if (options.processes) return services.map((service) => plan(service, `apps/${service}/dist/main.js`, service));
  return [plan('pod', 'tools/pod/dist/main.js', services.at(-1)!, { WITHOUT: options.without.join(',') })];
}

async function startChildren(children: readonly Child[], together: boolean): Promise<void> {
  if (together) await Promise.all(children.map((child) => child.start()));
  else for (const child of children) await child.start();
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), names);
  if (options.help) return console.log(help);
  const pod: PodPlan | undefined = podPlans[options.pod];
  if (!pod) throw new Error(`--pod knows ${Object.keys(podPlans).join(', ')}; not ${options.pod}.`);
  const services = names.filter((name) => !options.without.includes(name));
  const stateDir = resolve(root, options.stateDir ?? join('.state', options.pod));
  const logs = join(stateDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  console.log(`UnityPlan: starting the pod ${options.pod}`);
  await refuseTakenPorts(services, options.port);

  let servers: PodServers | undefined;
  let mailbox: Mailbox | undefined;
  let children: Child[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      for (const child of children.toReversed()) await child.stop();
      await mailbox?.close();
      await servers?.stop();
    })());
  const leave = async (signal: string): Promise<void> => {
    console.log(`\nUnityPlan: stopping (${signal})`);
    await stop();
    console.log(`UnityPlan: stopped; everything is kept in ${stateDir}`);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave(signal));

  try {
    const secrets = keepSecrets(join(stateDir, 'secrets.json'));
    const [, running] = await Promise.all([
      options.build ? buildPod(root, { processes: options.processes, frontend: services.includes('api-gateway') }, tell) : undefined,
      startPodServers(stateDir, pod, secrets, tell),
    ]);
    servers = running;
    await prepareDatabases(root, pod, servers.databaseUrl, secrets.podSecret, tell);
    mailbox = await openMailbox(join(stateDir, 'mail'));
    const env = podEnvironment(root, pod, options.port, { ...servers, smtpUrl: mailbox.smtpUrl, mailboxUrl: mailbox.url }, secrets);
    children = childrenOf(options, services, env, logs);
    await startChildren(children, options.processes);
  } catch (error) {
    await stop();
    throw error;
  }
  for (const territory of pod.territories) console.log(`\n  ${territory}: http://${territory.toLowerCase()}.localhost:${options.port}`);
  console.log(`  mail: http://${pod.territories[0]!.toLowerCase()}.localhost:${options.port}/dev/mail   api: /api/docs   logs: ${logs}`);
  console.log(`\nUnityPlan: ready after ${seconds()}. Ctrl-C stops it.`);
}

main().catch((error: unknown) => {
  console.error(`\nUnityPlan could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
