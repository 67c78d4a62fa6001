import pg from 'pg';

export interface PostgresAnswer {
  readonly version: string;
  readonly dataFolder: string | undefined;
}

/** Connects, asks for the version, and leaves. A database that is not there yet will be made: then another one of the server is asked. */
export async function askPostgres(url: string, timeoutMs = 5_000): Promise<PostgresAnswer> {
  try {
    return await ask(url, timeoutMs);
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
    return ask(Object.assign(new URL(url), { pathname: '/postgres' }).href, timeoutMs);
  }
}

async function ask(url: string, timeoutMs: number): Promise<PostgresAnswer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; folder: string | null }>(
      `select current_setting('server_version') as version,
              case when pg_has_role(current_user, 'pg_read_all_settings', 'member') then current_setting('data_directory') end as folder`,
    );
    const row = rows[0];
    return { version: row?.version.split(' ')[0] ?? '0', dataFolder: row?.folder ?? undefined };
  } finally {
    await client.end().catch(() => undefined);
  }
}
