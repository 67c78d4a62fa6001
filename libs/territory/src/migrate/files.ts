/** Migration files on disk: `<dir>/{global,messaging,territory}/<YYYYMMDD_HHMM_name>.sql`. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerritoryError } from '../errors.ts';
import { parseDirectives, type Directive } from './directives.ts';
import { statementsOf } from './sql-text.ts';

/** Who owns which migrations. A service gets login roles in every scope, also without a single file; a lib gets none. */
export interface MigrationSource {
  owner: string;
  /** The folder with `global/`, `messaging/` and `territory/`; each may be missing. */
  dir?: string;
  /** Default `service`. */
  kind?: 'service' | 'lib';
}

export type Layer = 'global' | 'messaging' | 'territory';

export interface MigrationFile {
  readonly owner: string;
  readonly layer: Layer;
  /** `20261121_0900_forum_topics` */
  readonly version: string;
  readonly path: string;
  readonly sql: string;
  /** SHA-256 of the text with line ends made equal. */
  readonly checksum: string;
  readonly directives: readonly Directive[];
}

const NAME = /^(\d{8}_\d{4}_[a-z0-9_]+)\.sql$/;
const FORBIDDEN: readonly [RegExp, string][] = [
  [/^(begin|commit|rollback|end|abort|start\s+transaction)(\s+(work|transaction))?$/i, 'controls the transaction; each file is one transaction already'],
  [/^set\s+(session\s+|local\s+)?(search_path|schema|role|session\s+authorization)\b/i, 'changes the schema or the role'],
  [/\bindex\s+concurrently\b/i, 'cannot run inside a transaction'],
  [/^(create|alter|drop)\s+(role|user|group|database)\b/i, 'touches roles or databases, which the migrator makes'],
  [/^vacuum\b/i, 'cannot run inside a transaction'],
];

/** Reads and checks all files, in the order in which they run: by version, then owner. Throws MIGRATION_REFUSED. */
export function loadMigrations(sources: readonly MigrationSource[]): Record<Layer, MigrationFile[]> {
  const files: Record<Layer, MigrationFile[]> = { global: [], messaging: [], territory: [] };
  for (const { owner, dir } of sources) {
    if (dir === undefined) continue;
    for (const layer of Object.keys(files) as Layer[]) files[layer].push(...readLayer(owner, join(dir, layer), layer));
  }
  for (const list of Object.values(files)) list.sort((a, b) => compare(a.version, b.version) || compare(a.owner, b.owner));
  return files;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readLayer(owner: string, dir: string, layer: Layer): MigrationFile[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => !name.startsWith('.'))
    .map((name) => {
      const path = join(dir, name);
      const version = NAME.exec(name)?.[1];
      if (version === undefined) throw new TerritoryError('MIGRATION_REFUSED', `${path}: the name must be YYYYMMDD_HHMM_name.sql.`);
      const sql = readFileSync(path, 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
      check(sql, path);
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { owner, layer, version, path, sql, checksum, directives: parseDirectives(sql, path) };
    });
}

function check(sql: string, path: string): void {
  for (const statement of statementsOf(sql)) {
    for (const [pattern, why] of FORBIDDEN) {
      if (pattern.test(statement)) throw new TerritoryError('MIGRATION_REFUSED', `${path}: "${statement.slice(0, 60)}" ${why}.`);
    }
  }
}
