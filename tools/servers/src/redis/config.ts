export interface RedisConfig {
  port: number;
  folder: string;
  password: string;
  databases: number;
}

/** Redis holds nothing that must survive, so it writes nothing to disk. */
export function redisConfig(config: RedisConfig): string {
  return [
    'bind 127.0.0.1',
    `port ${config.port}`,
    `dir ${quote(config.folder)}`,
    `requirepass ${quote(config.password)}`,
    `databases ${config.databases}`,
    'save ""',
    'appendonly no',
    'daemonize no',
    // Else Redis overwrites its command line and a later run could not recognise it.
    'set-proc-title no',
    '',
  ].join('\n');
}

/** A string as Redis' configuration reads it. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;
}
