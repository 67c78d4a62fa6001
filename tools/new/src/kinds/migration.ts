import type { Changes } from '../changes.ts';
import { migrationsOf, nextMoment } from '../moment.ts';
import { Refusal } from '../refusal.ts';
import { insertAtEndOfBlock } from '../text/lines.ts';
import { readName } from '../text/names.ts';
import { template } from '../text/template.ts';
import type { Forms } from '../text/words.ts';
import { serviceOf, type Service } from '../workspace.ts';
import { addTable } from './tables.ts';

/** What a migration is made from. With neither `table` nor `column` it has its head only. */
export interface MigrationWish {
  readonly name: string;
  readonly in?: string | undefined;
  /** A new table, without the service's prefix: `ratings` */
  readonly table?: string | undefined;
  /** A new column: `recipes.minutes:int` */
  readonly column?: string | undefined;
  /** In the schema `global`, which every territory of the pod shares, instead of each territory's own. */
  readonly global?: boolean | undefined;
}

const typeOfColumn: Readonly<Record<string, string>> = { text: 'string', int: 'number', boolean: 'boolean', uuid: 'string', timestamptz: 'Date', 'text[]': 'string[]', 'uuid[]': 'string[]' };

/** A migration file of this moment, and the slice of the schema's type that goes with it. */
export function newMigration(changes: Changes, wish: MigrationWish, now: Date): void {
  const name = readName(wish.name.replaceAll('_', '-'), 'migration');
  const service = serviceOf(changes.root, wish.in, 'in');
  refuseSecond(changes.root, service, name);
  if (wish.table !== undefined && wish.column !== undefined) throw new Refusal('Give --table or --column, not both: a migration does one thing.');
  const path = `${service.folder}/src/db/migrations/${wish.global ? 'global' : 'territory'}/${nextMoment(changes.root, service.folder, now)}_${name.snake}.sql`;
  const places = { owner: service.name.kebab, sentence: `${name.title}.` };
  if (wish.table !== undefined) return withTable(changes, service, path, places, readName(wish.table.replaceAll('_', '-'), 'table'));
  if (wish.column !== undefined) return withColumn(changes, service, path, places, wish.column);
  changes.create(path, template('migration/plain.sql', places));
}

/** A second migration of one name is allowed by the migrator, and nobody could tell them apart. */
function refuseSecond(root: string, { folder }: Service, name: Forms): void {
  const known = migrationsOf(root, folder).find((path) => path.replace(/^.*\/\d{8}_\d{4}_/, '') === `${name.snake}.sql`);
  if (known) throw new Refusal(`${folder}/src/db/migrations/${known} exists already. A migration is never changed; choose a name for what is new.`);
}

function withTable(changes: Changes, service: Service, path: string, places: Record<string, string>, table: Forms): void {
  const filled = { ...places, table: `${service.name.snake}_${table.snake}`, Slice: table.pascal };
  if (changes.read(`${service.folder}/src/db/schema.ts`)?.includes(`  ${filled.table}: `)) throw new Refusal(`${service.name.kebab} has a table ${filled.table} already. Choose another name.`);
  changes.create(path, template('migration/table.sql', filled));
  changes.create(`${service.folder}/src/db/${table.kebab}.table.ts`, template('migration/table.ts', filled));
  addTable(changes, service, filled.table, table);
}

function withColumn(changes: Changes, service: Service, path: string, places: Record<string, string>, wish: string): void {
  const [, short = '', column = '', type = ''] = /^([a-z_]+)\.([a-z_]+):(\S+)$/.exec(wish) ?? [];
  if (!Object.hasOwn(typeOfColumn, type)) throw new Refusal(`--column does not understand ${JSON.stringify(wish)}: write table.column:type with one of ${Object.keys(typeOfColumn).join(', ')}, for example recipes.minutes:int.`);
  const schema = changes.read(`${service.folder}/src/db/schema.ts`) ?? '';
  const tables = [...schema.matchAll(/^ {2}(\w+): (\w+Table);$/gm)].map(([, table, slice]) => ({ table: table!, slice: slice! }));
  const found = tables.find(({ table }) => table === short || table === `${service.name.snake}_${short}`);
  if (!found) throw new Refusal(`${service.name.kebab} has the tables ${tables.map(({ table }) => table).join(', ')}; not ${short}.`);
  const file = new RegExp(`import type \\{[^}]*\\b${found.slice}\\b[^}]*\\} from '\\./([\\w-]+\\.table\\.ts)'`).exec(schema)?.[1];
  changes.create(path, template('migration/column.sql', { ...places, table: found.table, column, type }));
  // Rows that are there already have no value.
  changes.edit(`${service.folder}/src/db/${file ?? 'schema.ts'}`, (text) => {
    const block = new RegExp(`interface ${found.slice} \\{[^}]*`).exec(text)?.[0] ?? '';
    if (new RegExp(`^ {2}${column}\\??: `, 'm').test(block)) throw new Refusal(`${found.table} has a column ${column} already.`);
    return insertAtEndOfBlock(text, new RegExp(`^(export )?interface ${found.slice} \\{`), `  ${column}: ${typeOfColumn[type]} | null;`);
  });
}
