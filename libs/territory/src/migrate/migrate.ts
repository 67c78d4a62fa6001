/** The migrator: one job over all schemas of a database. Global first, then messaging, then territories in parallel. */
import type pg from 'pg';
import { TerritoryError } from '../errors.ts';
import { groupRoles } from '../names.ts';
import { checkAdmin, ensureGroups, planRoles, provisionScope, type RoleRow } from '../roles.ts';
import { applyPending, connectAdmin, withSchemaLock, type ApplyOptions } from './apply.ts';
import { bootstrapSql } from './bootstrap-sql.ts';
import { loadMigrations, type Layer, type MigrationFile, type MigrationSource } from './files.ts';
import { GLOBAL_TARGET, MESSAGING_TARGET, planSchema, readApplied, territoryTarget, type Applied, type SchemaPlan, type Target } from './state.ts';

export interface MigrateOptions extends ApplyOptions {
  /** A URL whose user may create roles and schemas. */
  adminUrl: string;
  podId: string;
  /** The territories that live in this database. */
  territories: readonly string[];
  sources: readonly MigrationSource[];
  roleSecret: string;
  /** Kept connections for territories. Default 4. */
  parallel?: number;
  /** Accept applied versions whose files are missing (an older release on a newer database). */
  allowUnknown?: boolean;
  onProgress?: (event: MigrationProgress) => void;
}

/** One event per schema when it is done (`applied` may be 0), and one when it must wait. */
export type MigrationProgress =
  | { kind: 'done'; schema: string; applied: number; done: number; total: number; ms: number }
  | { kind: 'failed'; schema: string; error: Error; done: number; total: number }
  | { kind: 'waiting'; schema: string; why: string };

export interface MigrationReport {
  podId: string;
  ms: number;
  /** Every schema once, none skipped in silence. */
  schemas: { schema: string; applied: string[]; provisioned: boolean; ms: number; error?: Error }[];
}

/** Thrown when some schemas failed; the others are done. Run again to resume. */
export class MigrationError extends TerritoryError {
  readonly report: MigrationReport;
  constructor(report: MigrationReport) {
    const failed = report.schemas.filter(({ error }) => error);
    super('MIGRATION_FAILED', `${failed.length} of ${report.schemas.length} schemas failed:\n${failed.map(({ schema, error }) => `${schema}: ${error!.message}`).join('\n')}`);
    this.report = report;
  }
}

type Files = Record<Layer, MigrationFile[]>;

/**
 * Brings roles, rights and schemas of one database up to date; may be killed and run again at any point.
 * Throws ADMIN_CANNOT_CREATE_ROLES, MIGRATION_REFUSED (before anything is applied) or MigrationError.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationReport> {
  const started = performance.now();
  const files = loadMigrations(options.sources);
  const targets = options.territories.map(territoryTarget);
  const report: MigrationReport = { podId: options.podId, ms: 0, schemas: [] };
  const total = targets.length + 2;
  const client = await connectAdmin(options.adminUrl);
  try {
    await checkAdmin(client);
    await refuseOrGo(client, files, targets, options);
    await bootstrap(client, options);
    const services = options.sources.filter(({ kind }) => kind !== 'lib').map(({ owner }) => owner);
    const roles = await planRoles(client, ['global', ...targets.map(({ scope }) => scope)], { ...options, services });
    const run = (on: pg.Client, target: Target, rows?: RoleRow[]): Promise<boolean> => runTarget(on, target, files, rows, options, report, total);

    if (!(await run(client, GLOBAL_TARGET, roles.get('global')))) throw new MigrationError(report);
    if (!(await run(client, MESSAGING_TARGET))) throw new MigrationError(report);
    const queue = [...targets];
    const worker = async (own?: pg.Client): Promise<void> => {
      if (queue.length === 0) return;
      const connection = own ?? (await connectAdmin(options.adminUrl));
      try {
        for (let target = queue.shift(); target; target = queue.shift()) await run(connection, target, roles.get(target.scope));
      } finally {
        if (!own) await connection.end();
      }
    };
    await Promise.all(Array.from({ length: Math.min(options.parallel ?? 4, targets.length) }, (_, index) => worker(index === 0 ? client : undefined)));
  } finally {
    await client.end();
  }
  report.ms = performance.now() - started;
  if (report.schemas.some(({ error }) => error)) throw new MigrationError(report);
  return report;
}

/** What `migrate` would do and refuse, per schema; changes nothing. */
export async function status(options: Pick<MigrateOptions, 'adminUrl' | 'territories' | 'sources' | 'allowUnknown'>): Promise<SchemaPlan[]> {
  const client = await connectAdmin(options.adminUrl);
  try {
    return await planAll(client, loadMigrations(options.sources), options.territories.map(territoryTarget), options);
  } finally {
    await client.end();
  }
}

async function planAll(client: pg.Client, files: Files, targets: Target[], options: Pick<MigrateOptions, 'sources' | 'allowUnknown'>): Promise<SchemaPlan[]> {
  const applied = new Map<string, Applied[]>();
  for (const entry of await readApplied(client)) applied.set(entry.schema, [...(applied.get(entry.schema) ?? []), entry]);
  const owners = new Set(options.sources.map(({ owner }) => owner));
  return [GLOBAL_TARGET, MESSAGING_TARGET, ...targets].map((target) =>
    planSchema(target, files[target.layer], applied.get(target.schema) ?? [], owners, options.allowUnknown ?? false),
  );
}

async function refuseOrGo(client: pg.Client, files: Files, targets: Target[], options: MigrateOptions): Promise<void> {
  const problems = (await planAll(client, files, targets, options)).flatMap((plan) => plan.problems);
  if (problems.length === 0) return;
  const more = problems.length > 10 ? `\n… and ${problems.length - 10} more` : '';
  throw new TerritoryError('MIGRATION_REFUSED', `Nothing was applied:\n${problems.slice(0, 10).join('\n')}${more}`);
}

/** Groups, base schemas, state tables and functions; under the lock of `global`. */
export async function bootstrap(client: pg.Client, options: ApplyOptions): Promise<void> {
  await withSchemaLock(client, 'global', options, async () => {
    await ensureGroups(client, options.rolePrefix);
    try {
      await client.query(`begin;\n${bootstrapSql(groupRoles(options.rolePrefix), client.database!)}\ncommit;`);
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

async function runTarget(client: pg.Client, target: Target, files: Files, roles: RoleRow[] | undefined, options: MigrateOptions, report: MigrationReport, total: number): Promise<boolean> {
  const started = performance.now();
  const onWaiting = (schema: string, why: string): void => options.onProgress?.({ kind: 'waiting', schema, why });
  const entry: MigrationReport['schemas'][number] = { schema: target.schema, applied: [], provisioned: false, ms: 0 };
  try {
    await withSchemaLock(client, target.schema, { ...options, onWaiting }, async () => {
      if (roles) entry.provisioned = await provisionScope(client, target.schema, target.scope, roles, options.rolePrefix);
      entry.applied = await applyPending(client, target, files[target.layer], { ...options, onWaiting });
    });
  } catch (error) {
    entry.error = error as Error;
  }
  entry.ms = performance.now() - started;
  report.schemas.push(entry);
  const progress = { schema: target.schema, done: report.schemas.length, total };
  options.onProgress?.(entry.error ? { kind: 'failed', error: entry.error, ...progress } : { kind: 'done', applied: entry.applied.length, ms: entry.ms, ...progress });
  return entry.error === undefined;
}
