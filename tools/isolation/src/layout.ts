import { namesOf } from '@unityplan/territory';
import { testCluster, type Constellation } from '@unityplan/testing';
import pg from 'pg';
import { everywhere } from './territories.ts';

/** Where territories lie: all in the pod's database, or each in one of its own, as the Europe pod has it. */
export type Layout = 'one' | 'own';

/** The databases of territories that do not share the pod's: id → name, free for whoever runs this. */
export function ownDatabases(layout: Layout): Readonly<Record<string, string>> {
  return layout === 'one' ? {} : Object.fromEntries(everywhere.map((id) => [id, `isolation_${process.pid}_${namesOf(id).slug}`]));
}

/** Looks into every database of the pod as the superuser, past every wall. */
export class Inside {
  private readonly clients = new Map<string, pg.Client>();
  private readonly pod: Pick<Constellation, 'resources'>;
  constructor(pod: Pick<Constellation, 'resources'>) {
    this.pod = pod;
  }

  /** URLs of the databases, the pod's own first. */
  get databases(): string[] {
    return this.pod.resources.databases.list().map(({ adminUrl }) => adminUrl);
  }

  /** Which services have a role in which of these territories, or in `global`. */
  async bindings(scopes: readonly string[]): Promise<{ scope: string; service: string }[]> {
    const bound = [];
    for (const scope of scopes) bound.push(...(await this.of<{ scope: string; service: string }>(scope, 'select territory as scope, service from messaging.role_bindings where territory = $1', [scope])));
    return bound;
  }

  /** Asks where the data of a territory lies; or `global`, what all share. */
  of<T extends object>(scope: string, text: string, values: unknown[] = []): Promise<T[]> {
    return this.at<T>(this.pod.resources.databases.adminUrl(scope), text, values);
  }

  /** Asks one database. */
  async at<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
    let client = this.clients.get(url);
    if (!client) {
      this.clients.set(url, (client = new pg.Client(url)));
      await client.connect();
    }
    return (await client.query<T>(text, values)).rows;
  }

  /** Signs in to a database with the role that a service has in a scope: as whoever stole it could. */
  async signIn(scope: string, service: string, database: string): Promise<pg.Client> {
    const login = this.pod.resources.databases.connection(scope, service);
    const client = new pg.Client({ ...login, connectionString: login.connectionString!.replace(/[^/]+$/, new URL(database).pathname.slice(1)) });
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await client.end();
  }
}

/** Removes databases that were made for territories. */
export async function dropDatabases(names: readonly string[]): Promise<void> {
  const admin = new pg.Client(testCluster().pgAdminUrl);
  await admin.connect();
  for (const name of names) await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  await admin.end();
}
