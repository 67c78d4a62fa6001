/** What was applied where, and what that leaves to do or to refuse. */
import type pg from 'pg';
import { namesOf } from '../names.ts';
import type { Scope } from '../pod-databases.ts';
import type { Layer, MigrationFile } from './files.ts';

/** One schema and the scope whose roles work in it. */
export interface Target {
  readonly layer: Layer;
  readonly schema: string;
  readonly scope: Scope;
}

export interface Applied {
  schema: string;
  owner: string;
  version: string;
  checksum: string;
}

export interface SchemaPlan extends Target {
  readonly applied: number;
  readonly pending: readonly MigrationFile[];
  /** Sentences that say why the migrator refuses this schema; empty when it does not. */
  readonly problems: readonly string[];
}

export const GLOBAL_TARGET: Target = { layer: 'global', schema: 'global', scope: 'global' };
export const MESSAGING_TARGET: Target = { layer: 'messaging', schema: 'messaging', scope: 'global' };

export const territoryTarget = (territoryId: string): Target => {
  const { id, schema } = namesOf(territoryId);
  return { layer: 'territory', schema, scope: id };
};

const STATE = 'select schema, owner, version, checksum from global.schema_migrations';

/** All state rows. A database without state table has none. */
export async function readApplied(client: Pick<pg.ClientBase, 'query'>): Promise<Applied[]> {
  const { rows } = await client.query<{ exists: boolean }>("select to_regclass('global.schema_migrations') is not null as exists");
  return rows[0]!.exists ? (await client.query<Applied>(STATE)).rows : [];
}

/** Those of one schema; the state table is there. */
export async function readAppliedIn(client: Pick<pg.ClientBase, 'query'>, schema: string): Promise<Applied[]> {
  return (await client.query<Applied>(`${STATE} where schema = $1`, [schema])).rows;
}

/** Compares files with state. Owners that are not among `owners` are left alone, so a part of the services can be migrated. */
export function planSchema(target: Target, files: readonly MigrationFile[], applied: readonly Applied[], owners: ReadonlySet<string>, allowUnknown: boolean): SchemaPlan {
  const key = (entry: { owner: string; version: string }): string => `${entry.owner}/${entry.version}`;
  const done = new Map(applied.map((entry) => [key(entry), entry]));
  const known = new Set(files.map(key));
  const newest = new Map<string, string>();
  for (const { owner, version } of applied) if (version > (newest.get(owner) ?? '')) newest.set(owner, version);
  const problems: string[] = [];
  const pending: MigrationFile[] = [];
  for (const file of files) {
    const entry = done.get(key(file));
    const latest = newest.get(file.owner);
    if (entry && entry.checksum !== file.checksum) problems.push(`${file.path} was changed after it ran in ${target.schema}; write a new file instead.`);
    if (entry) continue;
    if (latest !== undefined && file.version < latest) {
      problems.push(`${file.path} is older than ${latest}, which already ran in ${target.schema}; give it a later name.`);
    }
    pending.push(file);
  }
  for (const entry of allowUnknown ? [] : applied) {
    if (owners.has(entry.owner) && !known.has(key(entry))) {
      problems.push(`${key(entry)} ran in ${target.schema}, but its file is missing; this release is older than the database.`);
    }
  }
  return { ...target, applied: applied.length, pending, problems };
}
