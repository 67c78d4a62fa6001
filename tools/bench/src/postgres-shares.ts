import pg from 'pg';
import type { Pod } from './pod.ts';
import { allProcesses } from './proc.ts';

/** CPU milliseconds or numbers of statements, by who asked PostgreSQL. */
export type Shares = Readonly<Record<string, number>>;

const services = ['auth', 'user', 'territory', 'event', 'forum', 'notification', 'websocket', 'api-gateway', 'badge', 'course'];

/**
 * Whose work PostgreSQL does: by login role, since every service has its own in each territory. The event service's global role is the
 * relay, its role in a territory the audit trail.
 */
export class PostgresShares {
  private readonly client: pg.Client;
  private readonly names = new Map<string, string>();
  private readonly pod: Pod;

  private constructor(pod: Pod, client: pg.Client) {
    this.pod = pod;
    this.client = client;
    for (const service of services) {
      this.names.set(pod.databases.role('DK', service), service === 'event' ? 'audit' : service);
      this.names.set(pod.databases.role('global', service), service === 'event' ? 'relay' : `${service}, global`);
    }
  }

  static async open(pod: Pod): Promise<PostgresShares> {
    const client = new pg.Client({ ...pod.administrator, application_name: 'bench' });
    await client.connect();
    await client.query('create extension if not exists pg_stat_statements with schema public');
    return new PostgresShares(pod, client);
  }

  /** CPU time so far of the backends that run now. */
  async cpu(): Promise<Shares> {
    const { rows } = await this.client.query<{ pid: number; role: string | null; application: string }>(
      `select pid, usename as role, application_name as application from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`);
    const ms = new Map(allProcesses().map(({ pid, cpuMs }) => [pid, cpuMs]));
    return sum(rows.map(({ pid, role, application }) => [application.endsWith('leases') ? 'leases and NOTIFY' : this.nameOf(role), ms.get(pid) ?? 0]));
  }

  /** Statements that ran meanwhile, but for begin and commit, of which prepared ones are not counted; counting costs time, so nothing else is measured then. */
  async statements(work: () => Promise<unknown>): Promise<Shares> {
    await this.counting(true);
    try {
      await this.client.query('select public.pg_stat_statements_reset()');
      await work();
      const { rows } = await this.client.query<{ role: string; calls: number }>(
        'select rolname as role, sum(calls)::float8 as calls from public.pg_stat_statements join pg_roles on pg_roles.oid = userid where userid <> $1::regrole and query !~* $2 group by 1', [this.client.user, '^(begin|start|commit|rollback)']);
      return sum(rows.map(({ role, calls }) => [this.nameOf(role), calls]));
    } finally {
      await this.counting(false);
    }
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async counting(on: boolean): Promise<void> {
    await this.client.query(`alter system set pg_stat_statements.track = ${on ? 'top' : 'none'}`);
    await this.client.query('select pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 500)); // until each backend has heard of it
  }

  private nameOf(role: string | null): string {
    return this.names.get(role ?? '') ?? 'others';
  }
}

function sum(parts: readonly (readonly [string, number])[]): Shares {
  const all: Record<string, number> = {};
  for (const [name, value] of parts) all[name] = (all[name] ?? 0) + value;
  return all;
}

/** What came to each share meanwhile, per piece of work. */
export function each(before: Shares, after: Shares, count: number): Shares {
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - (before[name] ?? 0)) / count]));
}
