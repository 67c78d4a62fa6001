/** PostgreSQL settings by name, as for `-c`. */
export type PostgresSettings = Record<string, string | number | boolean>;

/** For data that must last: PostgreSQL's own write-ahead settings, small buffers. */
export const durable: PostgresSettings = { shared_buffers: '64MB', max_connections: 200 };

/** For a private test cluster: nothing survives a power cut, and cloning a template is fast. */
export const forTests: PostgresSettings = {
  ...durable,
  fsync: false,
  synchronous_commit: false,
  full_page_writes: false,
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum_naptime: '10min',
};

/** Command line of the server: our fixed settings win over the caller's. */
export function postgresArgs(dataFolder: string, port: number, settings: PostgresSettings): string[] {
  const fixed: PostgresSettings = {
    jit: false,
    ...settings,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // The log goes to our file, in English, so that we can find the telling line.
    log_destination: 'stderr',
    logging_collector: false,
    lc_messages: 'C',
  };
  return ['-D', dataFolder, ...Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${setting(value)}`])];
}

function setting(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}
