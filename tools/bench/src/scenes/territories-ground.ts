import { rmSync } from 'node:fs';
import { removeState } from '@unityplan/servers';
import { REFERENCE_TERRITORIES } from '@unityplan/territory';
import pg from 'pg';
import { Pod, type PodOptions } from '../pod.ts';

/** DK first, then countries and First Nations in the order of the reference. */
export function territoryIds(count: number): string[] {
  const others = REFERENCE_TERRITORIES.filter(({ id, parent }) => id !== 'DK' && parent === null).map(({ id }) => id);
  return ['DK', ...others.slice(0, count - 1)];
}

/** A pod with a state of its own that grows to as many territories as a scene asks for; its registry says which they are. */
export class ManyTerritories {
  private pod: Pod | undefined;
  private count = 1;
  private readonly options: PodOptions;
  constructor(options: PodOptions) {
    // Room for the pod, and for two sets of pools that read by chance.
    this.options = { ...options, state: `${options.state}-territories`, env: { ...options.env, POSTGRES_MAX_CONNECTIONS: '650' } };
  }

  get running(): Pod | undefined {
    return this.pod;
  }

  /** The pod, started anew, with so many active territories: the runner migrates what the registry has. */
  async serve(count: number): Promise<Pod> {
    if (this.pod && this.count === count) return this.pod;
    this.pod ??= await Pod.start(this.options);
    await asAdministrator(this.pod, (client) =>
      client.query(`update global.territories set status = 'active', pod_id = 'dk' where id = any ($1) and status = 'listed'`, [territoryIds(count)]));
    await this.pod.stop();
    this.count = count;
    this.pod = await Pod.start(this.options);
    return this.pod;
  }

  /** The same pod in a new process, as it is some days after it was made. */
  async again(): Promise<Pod> {
    await this.pod?.stop();
    return (this.pod = await Pod.start(this.options));
  }

  async close(): Promise<void> {
    await this.pod?.stop();
    this.pod = undefined;
    await removeState(this.options.state);
    rmSync(this.options.state, { recursive: true, force: true });
  }
}

export async function asAdministrator<T>(pod: Pod, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...pod.administrator, application_name: 'bench' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
