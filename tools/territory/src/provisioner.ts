/**
 * The provisioner, a process of its own beside the services: `node --conditions=@unityplan/source tools/territory/src/provisioner.ts`.
 * Environment: the pod's own as every service gets it; DATABASE_URL with a user that may make roles, schemas and databases.
 */
import { createLogger } from '@unityplan/telemetry';
import { podFrom } from './pod.config.ts';
import { Provisioner } from './provision/orders-watch.ts';

const patienceMs = 15_000;

try {
  const pod = podFrom(process.env);
  const log = createLogger({ service: 'provisioner', level: pod.logLevel });
  const provisioner = new Provisioner(pod, log);
  provisioner.start();
  log.info({ pod: pod.podId }, 'waiting for orders');
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      // What is under way goes on from its last step when the provisioner is started again.
      setTimeout(() => process.exit(1), patienceMs).unref();
      void provisioner.stop().then(() => process.exit(0), () => process.exit(1));
    });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
