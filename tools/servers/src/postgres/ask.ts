import pg from 'pg';

/** Connects, asks for the version, and leaves. */
export async function askPostgres(url: string, timeoutMs = 5_000): Promise<{ version: string; dataFolder: string | undefined }> {
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
