import { setTimeout as sleep } from 'node:timers/promises';
import { isPortFree, portHolder } from '@unityplan/servers';
import type { ServiceName } from '@unityplan/service-kit/ports';
import { portOf } from './environment.ts';
import { neighbourAt } from './neighbours.ts';

// An outgoing connection of some program may have one of our ports for a moment.
const patienceMs = 2_000;

/** What a start is told about its ports. */
export interface WantedPorts {
  readonly services: readonly ServiceName[];
  /** Of the web address; the others follow. */
  readonly port: number;
  readonly stateDir: string;
  /** The repository. */
  readonly root: string;
  /** The start as it was typed, without its port. */
  readonly command: string;
}

/** Throws a sentence with the holder and with ports that are free when a port of the pod is taken. */
export async function refuseTakenPorts({ services, port, stateDir, root, command }: WantedPorts): Promise<void> {
  for (const service of services) {
    const wanted = portOf(service, port);
    for (const until = performance.now() + patienceMs; !(await isPortFree(wanted)); await sleep(200)) {
      const holder = portHolder(wanted);
      if (!holder && performance.now() < until) continue;
      const neighbour = neighbourAt(wanted, stateDir, root);
      const who = neighbour ? `the pod ${neighbour.pod}, which runs in ${neighbour.stateDir} (process ${neighbour.pid})` : (holder ?? 'a connection of another program');
      throw new Error(
        `Port ${wanted} (${service}) is taken by ${who}. Stop ${neighbour ? 'it with Ctrl-C there' : 'that program'}, ` +
          `or choose other ports: ${command} --port ${await freePortFor(services, port)}`,
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
