/** Finds territory schemas that are not what the migrations make. */
import type pg from 'pg';
import pgLib from 'pg';
import { checkAdmin, planRoles, provisionScope } from '../roles.ts';
import { adoptSql, connectAdmin } from './apply.ts';
import { CATALOG_DETAILS, CATALOG_HASHES } from './catalog-sql.ts';
import { loadMigrations } from './files.ts';
import { bootstrap, type MigrateOptions } from './migrate.ts';
import { planSchema, readApplied, territoryTarget, type Target } from './state.ts';

export interface DriftReport {
  ms: number;
  /** Schemas compared. */
  checked: number;
  drifted: SchemaDrift[];
}

export interface SchemaDrift {
  schema: string;
  differences: Difference[];
}

/** `expected` is missing for something extra, `found` for something gone. Schema names read `@.`, role names `@<service>`. */
export interface Difference {
  kind: string;
  object: string;
  expected?: string;
  found?: string;
}

/** An id that no territory has; its schema lives in a transaction that is rolled back. */
const REFERENCE = territoryTarget('DRIFT-REFERENCE');

export type DriftOptions = Omit<MigrateOptions, 'parallel' | 'onProgress'>;

/**
 * Builds a reference schema from the files inside a transaction, compares a normalised catalog hash of every territory with it,
 * names what differs, and rolls back. A schema with pending migrations is reported as such and not compared.
 */
export async function drift(options: DriftOptions): Promise<DriftReport> {
  const started = performance.now();
  const client = await connectAdmin(options.adminUrl);
  try {
    await checkAdmin(client);
    await bootstrap(client, options);
    const targets = options.territories.map(territoryTarget);
    const { upToDate, behind } = await splitByState(client, targets, options);
    await client.query('begin');
    await buildReference(client, options);
    // Everything is read, so joins by hash are right; without statistics yet, as after a creation, PostgreSQL would choose others.
    await client.query('set local search_path = pg_catalog; set local enable_nestloop = off; set local jit = off');
    const drifted = await compare(client, upToDate);
    await client.query('rollback');
    return { ms: performance.now() - started, checked: upToDate.length, drifted: [...behind, ...drifted] };
  } finally {
    await client.end();
  }
}

async function splitByState(client: pg.Client, targets: Target[], options: DriftOptions): Promise<{ upToDate: Target[]; behind: SchemaDrift[] }> {
  const files = loadMigrations(options.sources).territory;
  const owners = new Set(options.sources.map(({ owner }) => owner));
  const applied = await readApplied(client);
  const behind: SchemaDrift[] = [];
  const upToDate = targets.filter((target) => {
    const { pending, problems } = planSchema(target, files, applied.filter(({ schema }) => schema === target.schema), owners, options.allowUnknown ?? false);
    const found = [...problems, ...(pending.length > 0 ? [`${pending.length} pending`] : [])];
    if (found.length > 0) behind.push({ schema: target.schema, differences: found.map((text) => ({ kind: 'migration', object: target.schema, found: text })) });
    return found.length === 0;
  });
  return { upToDate, behind };
}

async function buildReference(client: pg.Client, options: DriftOptions): Promise<void> {
  const services = options.sources.filter(({ kind }) => kind !== 'lib').map(({ owner }) => owner);
  const roles = await planRoles(client, [REFERENCE.scope], { ...options, services });
  await provisionScope(client, REFERENCE.schema, REFERENCE.scope, roles.get(REFERENCE.scope)!, options.rolePrefix);
  await client.query(`set local search_path = ${pgLib.escapeIdentifier(REFERENCE.schema)}`);
  for (const file of loadMigrations(options.sources).territory) await client.query(`${file.sql}\n;\n${adoptSql(REFERENCE, file, options.rolePrefix)}`);
}

async function compare(client: pg.Client, targets: Target[]): Promise<SchemaDrift[]> {
  const all = [REFERENCE, ...targets];
  const parameters = (list: Target[]): string[][] => [list.map(({ schema }) => schema), list.map(({ scope }) => scope)];
  const { rows } = await client.query<{ schema: string; hash: string }>(CATALOG_HASHES, parameters(all));
  const hashes = new Map(rows.map(({ schema, hash }) => [schema, hash]));
  const wrong = targets.filter(({ schema }) => hashes.get(schema) !== hashes.get(REFERENCE.schema));
  if (wrong.length === 0) return [];
  const details = await client.query<{ schema: string; kind: string; object: string; line: string }>(CATALOG_DETAILS, parameters([REFERENCE, ...wrong]));
  const lines = (schema: string): Map<string, string> => {
    const grouped = new Map<string, string[]>();
    for (const row of details.rows) {
      if (row.schema === schema) grouped.set(`${row.kind}\t${row.object}`, [...(grouped.get(`${row.kind}\t${row.object}`) ?? []), row.line]);
    }
    return new Map([...grouped].map(([key, list]) => [key, list.sort().join('; ')]));
  };
  const expected = lines(REFERENCE.schema);
  return wrong.map(({ schema }) => ({ schema, differences: differences(expected, lines(schema)) }));
}

function differences(expected: Map<string, string>, found: Map<string, string>): Difference[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])].filter((key) => expected.get(key) !== found.get(key)).sort();
  return keys.map((key) => {
    const [kind, object] = key.split('\t') as [string, string];
    const [before, after] = [expected.get(key), found.get(key)];
    return { kind, object, ...(before === undefined ? {} : { expected: before }), ...(after === undefined ? {} : { found: after }) };
  });
}
