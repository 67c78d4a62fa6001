import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ServerError } from './errors.ts';
import { fetchServer } from './fetch/fetch-server.ts';
import { findServers } from './find/find-servers.ts';
import { startNats } from './nats/start-nats.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { keptPassword } from './process/settings-file.ts';
import { startRedis } from './redis/start-redis.ts';
import { serverStatus, stopServers } from './state.ts';
import { serverNames, titles } from './types.ts';

const help = `Usage: npm run servers -w @unityplan/servers -- <command> [--state DIR]

  find                 show which PostgreSQL, NATS and Redis would be used
  fetch                download all three into the cache, whatever is installed
  start --state DIR    start the three (or adopt running ones), show their addresses and leave them running
  stop --state DIR     stop those of the state folder; their data stays
  status --state DIR   show those of the state folder

Environment: DATABASE_URL, NATS_URL, REDIS_URL (use these servers), UNITYPLAN_CACHE (cache folder),
UNITYPLAN_SERVERS=fetched (pass over what is installed).`;

/** Runs one command; gives the exit code. */
export async function main(args: string[], print: (line: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { state: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  const command = positionals[0];
  if (values.help || command === undefined) {
    print(help);
    return values.help ? 0 : 2;
  }
  switch (command) {
    case 'find':
      await findServers({ log: print });
      return 0;
    case 'fetch':
      for (const server of serverNames) print(`${titles[server]}: ${(await fetchServer(server, print)).binDir}`);
      return 0;
    case 'start':
      await startAll(needState(values.state), print);
      return 0;
    case 'stop':
      await stopServers(needState(values.state), print);
      return 0;
    case 'status': {
      const states = serverStatus(needState(values.state));
      for (const { server, running, version, pid, port } of states) {
        print(`${titles[server]}: ${running ? `${version} on port ${port}, process ${pid}` : 'not running'}`);
      }
      return states.every(({ running }) => running) ? 0 : 3;
    }
    default:
      throw new ServerError(`There is no command ${command}; see --help.`);
  }
}

async function startAll(state: string, log: (line: string) => void): Promise<void> {
  const found = await findServers({ log });
  const password = (name: string): string => keptPassword(join(state, 'nats', `${name}.password`));
  const accounts = [
    { name: 'SYS', user: 'sys', password: password('sys') },
    { name: 'POD', user: 'pod', password: password('pod'), jetstream: true },
  ];
  const servers = await Promise.all([
    startPostgres({ stateDir: state, port: 0, found: found.postgres, log }),
    startNats({ stateDir: state, port: 0, serverName: 'dev', domain: 'dev', accounts, found: found.nats, log }),
    startRedis({ stateDir: state, port: 0, found: found.redis, log }),
  ]);
  log('');
  for (const server of servers) log(`${titles[server.name]}: ${server.url}`);
  log(`NATS users: pod / ${password('pod')}, sys / ${password('sys')}`);
}

function needState(state: string | undefined): string {
  if (!state) throw new ServerError('Name the state folder: --state DIR.');
  return resolve(state);
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  try {
    process.exitCode = await main(process.argv.slice(2), (line) => console.log(line));
  } catch (error) {
    const known = error instanceof ServerError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    console.error(known ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
