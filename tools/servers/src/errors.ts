import type { ServerName } from './types.ts';
import { titles } from './types.ts';

/** An error whose message is one clear sentence for the person at the terminal. */
export class ServerError extends Error {
  readonly server: ServerName | undefined;

  constructor(message: string, server?: ServerName, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ServerError';
    this.server = server;
  }
}

const installLines: Record<ServerName, string> = {
  postgres: 'sudo apt-get install -y postgresql',
  nats: 'NATS_URL=nats://host:4222 npm start',
  redis: 'sudo apt-get install -y redis-server',
};

/** No usable server on the machine and none could be fetched. */
export function notFound(server: ServerName, wanted: string, why: string): ServerError {
  const end = server === 'nats' ? 'run one elsewhere and use it with' : 'run';
  return new ServerError(`No ${titles[server]} (${wanted}) here and it could not be fetched (${why}): ${end} \`${installLines[server]}\`.`, server);
}

/** The server is there but too old or too new for us. */
export function wrongVersion(server: ServerName, where: string, version: string, wanted: string): ServerError {
  return new ServerError(`${titles[server]} at ${where} is version ${version}, but UnityPlan needs ${wanted}.`, server);
}

/** The port is in use by something else. */
export function portTaken(server: ServerName, port: number, holder: string | undefined): ServerError {
  return new ServerError(`Port ${port} for ${titles[server]} is already taken${holder ? ` by ${holder}` : ''}; stop that or choose another port.`, server);
}

/** The server ended before it was ready. */
export function diedAtStart(server: ServerName, lastLine: string, logFile: string): ServerError {
  return new ServerError(`${titles[server]} ended while it was starting: ${lastLine} (log: ${logFile}).`, server);
}

/** Turns an error of the file system or of a program's output into one sentence, where we know the cause. */
export function explain(server: ServerName, doing: string, error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const path = (error as NodeJS.ErrnoException | undefined)?.path;
  const where = path ? ` ${path}` : '';
  if (/ENOSPC|EDQUOT|No space left|Disk quota|free space/i.test(text)) return new ServerError(`The disk is full: ${doing} failed${where ? ` at${where}` : ''}.`, server, error);
  if (/EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i.test(text)) {
    return new ServerError(`No rights${where ? ` to use${where}` : ''}: ${doing} failed (${firstLine(text)}).`, server, error);
  }
  return new ServerError(`${doing} failed: ${firstLine(text)}.`, server, error);
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? text).trim().replace(/\.$/, '');
}
