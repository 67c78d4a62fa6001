import type { ServerName } from '../types.ts';

/** Ports by name; 0 asks for a free one. `main` is the server's own. */
export interface Ports {
  main: number;
  [name: string]: number;
}

/** How one server is started: the part that differs between PostgreSQL, NATS and Redis. */
export interface ServerPlan {
  server: ServerName;
  version: string;
  /** Absolute; the server keeps its log, pid file and data in a folder of its name below. */
  stateDir: string;
  ports: Ports;
  /** Everything that needs a new start when it changes. */
  settings: unknown;
  /** Makes folders, configuration and data ready. When adopting, the server is running and only its launch is asked for. */
  prepare(ports: Ports, adopting: boolean): Promise<Launch>;
}

/** A prepared start. */
export interface Launch {
  program: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  /** The user to run as, when we are root and the server refuses root. */
  user?: { uid: number; gid: number };
  /** The argument that only our server has. */
  marker: string;
  url: string;
  /** Connects once; rejects while the server is not ready. A ServerError ends the waiting. */
  ready(): Promise<void>;
  /** Last lines after which a new attempt a moment later may succeed. */
  passing?: RegExp;
}
