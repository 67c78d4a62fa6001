#!/usr/bin/env node
/** The migrator as a command: `node libs/territory/src/cli.ts status|up|drift`. */
import { parseArgs } from 'node:util';
import { isTerritoryError } from './errors.ts';
import { drift } from './migrate/drift.ts';
import { migrate, MigrationError, status, type MigrateOptions, type MigrationProgress } from './migrate/migrate.ts';
import { createDatabaseIfMissing } from './migrate/database.ts';
import { discoverSources, territoriesByDatabase } from './migrate/pod.ts';
import { parseTerritoryId } from './names.ts';
import { databasesFrom, fromEnv, registeredTerritories } from './registered.ts';

const HELP = `Usage: node libs/territory/src/cli.ts <command> [options]

  status   what is applied and pending in each schema; changes nothing
  up       brings roles, rights and schemas up to date; may be stopped and run again
  drift    compares every territory schema with what the files make

  --territories LIST   only these, such as DK,HAIDA-FN-CA (default: all that the registry says the pod has, at first those of TERRITORIES)
  --root DIR           the monorepo; its apps and libs hold the migrations (default: the current folder)
  --parallel N         connections for territories (default 4)
  --allow-unknown      accept applied migrations whose files are missing

Takes the environment of the pod: DATABASE_URL (of an administrator), POD_ID, POD_SECRET, ROLE_PREFIX, and POSTGRES_DB_<ID> for a territory's own database.

Exit code: 0 done · 1 failed, pending (status) or drifted (drift) · 2 wrong use or refused`;

const options = {
  territories: { type: 'string' }, root: { type: 'string' }, parallel: { type: 'string' }, 'allow-unknown': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;

class UsageError extends Error {}

/** Runs one command; answers the exit code. */
async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return say(HELP);
  const command = positionals[0];
  if (command !== 'status' && command !== 'up' && command !== 'drift') throw new UsageError('Give one of the commands status, up, drift (--help shows more).');
  const databases = databasesFrom(env);
  // Asked in any case: it also says which territories came with a database of their own.
  const registered = (await registeredTerritories(databases)).map(({ id }) => id);
  const named = values.territories ?? (registered.length > 0 ? registered.join(',') : (env['TERRITORIES'] ?? env['TERRITORY_ID']));
  if (!named) throw new UsageError('The registry has no territory yet: name the first ones with --territories.');
  const territories = named.split(',').map((id) => parseTerritoryId(id));
  const parallel = Number(values.parallel ?? 4);
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 64) throw new UsageError('--parallel must be a number from 1 to 64.');
  const common = {
    sources: discoverSources(values.root ?? process.cwd()), podId: databases.podId, roleSecret: fromEnv(env, 'POD_SECRET')!, rolePrefix: databases.rolePrefix, parallel,
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
