import type { RunningServer, ServerAddress, ServerName } from '../types.ts';
import { ServerError } from '../errors.ts';
import { titles } from '../types.ts';

/** A server that somebody else runs: it is used, never started, stopped or killed by us. */
export function externalServer(name: ServerName, { url, version }: ServerAddress): RunningServer {
  const refuse = (): never => {
    throw new ServerError(`${titles[name]} came as an address from the environment: it belongs to somebody else and is not killed or restarted here.`, name);
  };
  return {
    name,
    version,
    url,
    port: Number(/:(\d+)(?:[/,?]|$)/.exec(url.replace(/^.*@/, ''))?.[1] ?? 0),
    pid: 0,
    adopted: true,
    logFile: '',
    stop: () => Promise.resolve(),
    kill9: refuse,
    restart: () => Promise.resolve().then(refuse),
    onExit: () => undefined,
  };
}
