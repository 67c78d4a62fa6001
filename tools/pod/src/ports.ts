import { setTimeout as sleep } from 'node:timers/promises';
import { isPortFree, portHolder } from '@unityplan/servers';
import type { ServiceName } from '@unityplan/service-kit/ports';
import { portOf } from './environment.ts';

// An outgoing connection of some program may have one of our ports for a moment.
const patienceMs = 2_000;

/** Throws a sentence with the holder and with ports that are free when a port of the pod is taken. */
export async function refuseTakenPorts(services: readonly ServiceName[], port: number): Promise<void> {
  for (const service of services) {
    const wanted = portOf(service, port);
    for (const until = performance.now() + patienceMs; !(await isPortFree(wanted)); await sleep(200)) {
      const holder = portHolder(wanted);
      if (!holder && performance.now() < until) continue;
      throw new Error(
        `Port ${wanted} (${service}) is taken by ${holder ?? 'a connection of another program'}. ` +
          `Stop that program, or choose other ports: npm start -- --port ${await freePortFor(services, port)}`,
      );
    }
  }
}

/** A web port with which all services find their ports free; below those that systems give to outgoing connections. */
async function freePortFor(services: readonly ServiceName[], taken: number): Promise<number> {
  for (let port = 9_080; port < 32_000; port += 1_000) {
    const free = await Promise.all(services.map((service) => isPortFree(portOf(service, port))));
    if (port !== taken && free.every(Boolean)) return port;
  }
  return taken + 1_000;
}
