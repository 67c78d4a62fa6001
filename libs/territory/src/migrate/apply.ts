/**
 * Runs pending files in one schema: lock, re-read, then each file with its rights and its state row in one transaction. An empty schema,
 * which nobody uses yet, gets all of them in a single transaction and round trip.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { TerritoryError } from '../errors.ts';
import { groupRoles } from '../names.ts';
import type { MigrationFile } from './files.ts';
import { planSchema, readAppliedIn, type Target } from './state.ts';

export interface ApplyOptions {
  rolePrefix?: string;
  /** How often a file is tried while other transactions hold its locks; each try waits 2 s. Default 10. */
  lockTries?: number;
  /** How long to wait for another migrator in the same schema. Default 10 min. */
  migratorWaitMs?: number;
  onWaiting?: (schema: string, why: string) => void;
}

/** Lock timeout, deadlock, serialization failure. */
const RETRYABLE = new Set(['55P03', '40P01', '40001']);

/** A connection for migrations: no time limits, quiet about things that exist already. */
export async function connectAdmin(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'migrator', options: '-c client_min_messages=warning -c search_path=pg_catalog', keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Holds the migrator's advisory lock of a schema while `fn` runs. It ends with the connection, also after kill -9. */
export async function withSchemaLock<T>(client: pg.Client, schema: string, options: ApplyOptions, fn: () => Promise<T>): Promise<T> {
  const until = Date.now() + (options.migratorWaitMs ?? 600_000);
  const key = ['unityplan migrator', schema];
  for (let told = false; ; await sleep(100)) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock(hashtext($1), hashtext($2)) as locked', key);
    if (rows[0]!.locked) break;
    if (Date.now() > until) throw new TerritoryError('MIGRATION_FAILED', `Another migrator holds ${schema} for too long.`);
    if (!told) options.onWaiting?.(schema, 'another migrator is at work there');
    told = true;
  }
  try {
    return await fn();
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', key).catch(() => {});
  }
}

/** Applies what is pending in one schema, whose lock the caller holds; answers the versions applied. Resumable at any point. */
export async function applyPending(client: pg.Client, target: Target, files: readonly MigrationFile[], options: ApplyOptions): Promise<string[]> {
  if (files.length === 0) return [];
  const owners = new Set(files.map(({ owner }) => owner));
  const plan = planSchema(target, files, await readAppliedIn(client, target.schema), owners, true);
  if (plan.problems.length > 0) throw new TerritoryError('MIGRATION_REFUSED', plan.problems.join('\n'));
  const rest = plan.applied === 0 && (await applyTogether(client, target, plan.pending, options)) ? [] : plan.pending;
  for (const file of rest) await applyFile(client, target, file, options);
  return plan.pending.map(({ owner, version }) => `${owner}/${version}`);
}

/** True when it is done. Whatever is in its way, one by one says what, and in which line; then nothing of this remains. */
async function applyTogether(client: pg.Client, target: Target, files: readonly MigrationFile[], options: ApplyOptions): Promise<boolean> {
  try {
    await client.query(`${headOf(target)}${files.map((file) => bodyOf(target, file, options.rolePrefix)).join('\n')}\ncommit;`);
    return true;
  } catch {
    await client.query('rollback');
    return false;
  }
}

async function applyFile(client: pg.Client, target: Target, file: MigrationFile, options: ApplyOptions): Promise<void> {
  const head = headOf(target);
  const text = `${head}${bodyOf(target, file, options.rolePrefix)}\ncommit;`; // a simple query: one round trip
  const tries = options.lockTries ?? 10;
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(text);
      return;
    } catch (error) {
      await client.query('rollback');
      const { code, message } = error as pg.DatabaseError;
      if (attempt < tries && (RETRYABLE.has(code ?? '') || message === 'tuple concurrently updated')) {
        options.onWaiting?.(target.schema, `${file.version}: ${message} (try ${attempt} of ${tries})`);
        await sleep(Math.min(2_000, 50 * 2 ** attempt) * (0.5 + Math.random() / 2));
        continue;
      }
      throw new TerritoryError('MIGRATION_FAILED', `${place(file, head, error as pg.DatabaseError)} in ${target.schema}: ${message}`, { cause: error });
    }
  }
}

const list = (...values: string[]): string => values.map((value) => pg.escapeLiteral(value)).join(', ');

/** The statement that records what a file made and gives the rights. */
export function adoptSql(target: Target, file: MigrationFile, rolePrefix?: string): string {
  const groups = groupRoles(rolePrefix);
  return `select global.adopt_objects(${list(target.schema, target.scope, file.owner, JSON.stringify(file.directives), groups.globalRead, groups.messaging)});`;
}

const headOf = ({ schema }: Target): string => `begin;\nset local lock_timeout = '2s';\nset local search_path = ${pg.escapeIdentifier(schema)};\n`;

/** A file with what follows from it: its rights, and the row that says that it ran. */
function bodyOf(target: Target, file: MigrationFile, rolePrefix?: string): string {
  const state = `insert into global.schema_migrations (schema, owner, version, checksum) values (${list(target.schema, file.owner, file.version, file.checksum)});`;
  return `${file.sql}\n;\n${adoptSql(target, file, rolePrefix)}\n${state}`;
}

function place(file: MigrationFile, head: string, error: pg.DatabaseError): string {
  const at = Number(error.position ?? 0) - head.length;
  return at > 0 && at <= file.sql.length ? `${file.path}:${file.sql.slice(0, at).split('\n').length}` : file.path;
}
