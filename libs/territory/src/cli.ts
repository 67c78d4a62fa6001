#!/usr/bin/env node
/** The migrator as a command: `node libs/territory/src/cli.ts status|up|drift`. */
import { parseArgs } from 'node:util';
import { isTerritoryError } from './errors.ts';
import { drift } from './migrate/drift.ts';
import { migrate, MigrationError, status, type MigrateOptions, type MigrationProgress } from './migrate/migrate.ts';
import { createDatabaseIfMissing } from './migrate/database.ts';
import { discoverSources, territoriesByDatabase } from './migrate/pod.ts';
import { namesOf, parseTerritoryId } from './names.ts';
import { podDatabases } from './pod-databases.ts';

const HELP = `Usage: node libs/territory/src/cli.ts <command> [options]

  status   what is applied and pending in each schema; changes nothing
  up       brings roles, rights and schemas up to date; may be stopped and run again
  drift    compares every territory schema with what the files make

Options (environment in brackets)
  --database-url URL   admin URL of the pod's database [DATABASE_URL]; a territory's own database: [POSTGRES_DB_<ID>]
  --pod ID             [POD_ID]
  --territories LIST   DK,HAIDA-FN-CA [TERRITORIES]
  --root DIR           the monorepo; its apps and libs hold the migrations (default: the current folder)
  --role-prefix TEXT   [DB_ROLE_PREFIX] (default up_)
  --parallel N         connections for territories (default 4)
  --allow-unknown      accept applied migrations whose files are missing
The secret that role passwords derive from is read from [DB_ROLE_SECRET] only.

Exit code: 0 done · 1 failed, pending (status) or drifted (drift) · 2 wrong use or refused`;

const options = {
  'database-url': { type: 'string' }, pod: { type: 'string' }, territories: { type: 'string' }, root: { type: 'string' },
  'role-prefix': { type: 'string' }, parallel: { type: 'string' }, 'allow-unknown': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;

class UsageError extends Error {}

/** Runs one command; answers the exit code. */
async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return say(HELP);
  const command = positionals[0];
  if (command !== 'status' && command !== 'up' && command !== 'drift') throw new UsageError('Give one of the commands status, up, drift (--help shows more).');
  const need = (value: string | undefined, name: string): string => {
    if (value) return value;
    throw new UsageError(`${name} is missing (--help shows the options).`);
  };
  const territories = need(values.territories ?? env['TERRITORIES'] ?? env['TERRITORY_ID'], '--territories').split(',').map((id) => parseTerritoryId(id));
  const own: Record<string, string> = {};
  for (const id of territories) {
    const target = env[`POSTGRES_DB_${namesOf(id).envSuffix}`];
    if (target) own[id] = target;
  }
  const roleSecret = need(env['DB_ROLE_SECRET'], 'DB_ROLE_SECRET');
  const rolePrefix = values['role-prefix'] ?? env['DB_ROLE_PREFIX'];
  const databases = podDatabases({
    podId: need(values.pod ?? env['POD_ID'], '--pod'),
    databaseUrl: need(values['database-url'] ?? env['DATABASE_URL'], '--database-url'),
    territoryDatabases: own,
    roleSecret,
    ...(rolePrefix ? { rolePrefix } : {}),
  });
  const parallel = Number(values.parallel ?? 4);
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 64) throw new UsageError('--parallel must be a number from 1 to 64.');
  const common = {
    sources: discoverSources(values.root ?? process.cwd()), podId: databases.podId, roleSecret, rolePrefix: databases.rolePrefix, parallel,
    allowUnknown: values['allow-unknown'] ?? false, onProgress: report,
  };
  let code = 0;
  const all = territoriesByDatabase(databases, territories);
  for (const database of all) {
    if (all.length > 1) say(`${decodeURIComponent(new URL(database.adminUrl).pathname.slice(1))}:`);
    code = Math.max(code, await COMMANDS[command]({ ...common, ...database }));
  }
  return code;
}

const COMMANDS: Record<'status' | 'up' | 'drift', (options: MigrateOptions) => Promise<number>> = {
  status: async (options) => {
    const plans = await status(options);
    for (const { schema, applied, pending, problems } of plans) {
      say(`${schema}: ${applied} applied, ${pending.length} pending${pending.map(({ owner, version }) => `\n  ${owner}/${version}`).join('')}${problems.map((text) => `\n  refused: ${text}`).join('')}`);
    }
    return plans.some(({ pending, problems }) => pending.length + problems.length > 0) ? 1 : 0;
  },
  up: async (options) => {
    await createDatabaseIfMissing(options.adminUrl, decodeURIComponent(new URL(options.adminUrl).pathname.slice(1)));
    const { schemas, ms } = await migrate(options);
    const applied = schemas.reduce((sum, schema) => sum + schema.applied.length, 0);
    return say(`${schemas.length} schemas up to date, ${applied} migrations applied in ${(ms / 1000).toFixed(1)} s.`);
  },
  drift: async (options) => {
    const { checked, drifted, ms } = await drift(options);
    for (const { schema, differences } of drifted) {
      say(`${schema}:`);
      for (const { kind, object, expected, found } of differences) say(`  ${kind} ${object}\n    expected ${expected ?? 'nothing'}\n    found    ${found ?? 'nothing'}`);
    }
    say(`${checked} schemas compared in ${(ms / 1000).toFixed(1)} s, ${drifted.length} differ.`);
    return drifted.length > 0 ? 1 : 0;
  },
};

function report(event: MigrationProgress): void {
  if (event.kind === 'waiting') say(`… ${event.schema}: ${event.why}`);
  else if (event.kind === 'failed') say(`[${event.done}/${event.total}] ${event.schema}: FAILED`);
  else say(`[${event.done}/${event.total}] ${event.schema}: ${event.applied === 0 ? 'nothing to do' : `${event.applied} applied`} (${Math.round(event.ms)} ms)`);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

main(process.argv.slice(2), process.env).then(
  (code) => (process.exitCode = code),
  (error: Error & { code?: string }) => {
    process.stderr.write(`${error.message || error.code || error.name}\n`);
    const refused = error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS') || (isTerritoryError(error) && !(error instanceof MigrationError));
    process.exitCode = refused ? 2 : 1;
  },
);
