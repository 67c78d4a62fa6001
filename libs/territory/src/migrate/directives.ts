import { TerritoryError } from '../errors.ts';

/** What a migration file says about rights, in SQL comments. Objects are named without schema, functions with their argument types. */
export type Directive =
  | { kind: 'grant'; object: string; rights: string[] }
  | { kind: 'personal'; object: string }
  | { kind: 'messaging-grant'; object: string; rights: string[] }
  | { kind: 'owner-grant'; object: string; service: string; rights: string[] };

const OBJECT = String.raw`([a-z_][a-z0-9_]*(?:\([^)]*\))?)`;
const FORMS: Record<Directive['kind'], RegExp> = {
  grant: new RegExp(`^--\\s*grant\\s+${OBJECT}:\\s*(.+)$`),
  personal: new RegExp(`^--\\s*personal:\\s*${OBJECT}\\s*$`),
  'messaging-grant': new RegExp(`^--\\s*messaging-grant\\s+${OBJECT}:\\s*(.+)$`),
  'owner-grant': new RegExp(`^--\\s*owner-grant\\s+${OBJECT}\\s+to\\s+([a-z0-9-]+):\\s*(.+)$`),
};
const RIGHT = /^(all|(select|insert|update)(\s*\(\s*[a-z_][a-z0-9_]*(\s*,\s*[a-z_][a-z0-9_]*)*\s*\))?|delete|usage|execute)$/;

/**
 * The directives of a file:
 * `-- grant <table>: select, insert` (instead of all four rights; `none` for nothing) · `-- personal: <table>` ·
 * `-- messaging-grant <table>: insert, select` · `-- owner-grant <table> to <service>: all`.
 * A line that starts like one but is malformed is refused (MIGRATION_REFUSED), so a typing error never widens a right.
 */
export function parseDirectives(sql: string, file: string): Directive[] {
  return sql.split('\n').flatMap((text, index): Directive[] => {
    const line = text.trim();
    const head = /^--\s*(grant|messaging-grant|owner-grant)\s|^--\s*(personal):/.exec(line);
    if (!head) return [];
    const kind = (head[1] ?? head[2]) as Directive['kind'];
    const match = FORMS[kind].exec(line);
    const where = `${file}:${index + 1}`;
    if (!match) throw new TerritoryError('MIGRATION_REFUSED', `${where}: "${line}" looks like a directive but is none.`);
    if (kind === 'personal') return [{ kind, object: match[1]! }];
    if (kind === 'owner-grant') return [{ kind, object: match[1]!, service: match[2]!, rights: rightsOf(match[3]!, where) }];
    return [{ kind, object: match[1]!, rights: rightsOf(match[2]!, where) }];
  });
}

function rightsOf(list: string, where: string): string[] {
  if (list.trim().toLowerCase() === 'none') return [];
  const rights = list.split(/,(?![^(]*\))/).map((right) => right.trim().toLowerCase());
  const wrong = rights.find((right) => !RIGHT.test(right));
  if (wrong !== undefined) throw new TerritoryError('MIGRATION_REFUSED', `${where}: "${wrong}" is no right.`);
  return rights;
}
