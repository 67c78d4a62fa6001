/** The three servers of a pod. */
export type ServerName = 'postgres' | 'nats' | 'redis';

export const serverNames: readonly ServerName[] = ['postgres', 'nats', 'redis'];

/** What people call it, in sentences. */
export const titles: Record<ServerName, string> = { postgres: 'PostgreSQL', nats: 'NATS', redis: 'Redis' };

/** Receives one line of progress at a time. */
export type Log = (line: string) => void;

/** Programs on this machine that can be started. */
export interface ServerPrograms {
  source: 'installed' | 'fetched';
  version: string;
  /** Folder of the programs (`postgres`, `initdb`, `pg_dump`... or the one server binary). */
  binDir: string;
  /** The server binary itself. */
  program: string;
  /** Environment the programs need, such as LD_LIBRARY_PATH for fetched ones. */
  env: Record<string, string>;
}

/** A server that somebody else runs; its address came from the environment. */
export interface ServerAddress {
  source: 'url';
  version: string;
  url: string;
}

export type FoundServer = ServerPrograms | ServerAddress;

/** How a server's process ended. */
export interface ServerExit {
  /** True after `stop()` of the same handle, false for a crash or a kill from elsewhere. */
  expected: boolean;
  /** One sentence, with the last meaningful line of the server's log. */
  sentence: string;
}

/** A running server. */
export interface RunningServer {
  readonly name: ServerName;
  readonly version: string;
  /** PostgreSQL and Redis: with user and password; NATS: without (accounts have their own). */
  readonly url: string;
  readonly port: number;
  /** 0 when the server belongs to somebody else (a URL in the environment). */
  readonly pid: number;
  /** True when an earlier run had started it, or when it came as a URL. */
  readonly adopted: boolean;
  readonly logFile: string;
  /** Asks the server to end in an orderly way and waits for it; ends it hard when that takes much longer than it should. */
  stop(): Promise<void>;
  /** Kills the process at once, for fault tests. */
  kill9(): void;
  /** Starts it again on the same port with the same data, after a stop, a kill or a crash. */
  restart(): Promise<void>;
  /** Called each time the process ends. */
  onExit(listener: (exit: ServerExit) => void): void;
}
