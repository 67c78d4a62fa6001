import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDirectives } from './directives.ts';
import { loadMigrations } from './files.ts';
import { statementsOf } from './sql-text.ts';
import { planSchema, territoryTarget, type Applied } from './state.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'migrations-'))));
afterEach(() => rmSync(dir, { recursive: true }));
const write = (name: string, sql: string): void => {
  mkdirSync(join(dir, 'territory'), { recursive: true });
  writeFileSync(join(dir, 'territory', name), sql);
};
const load = () => loadMigrations([{ owner: 'forum', dir }]).territory;
const refused = expect.objectContaining({ code: 'MIGRATION_REFUSED' });

describe('files', () => {
  it('are ordered, and the checksum ignores line ends and a byte order mark', () => {
    write('20260102_0900_b.sql', 'select 1;\nselect 2;');
    write('20260101_0900_a.sql', '\uFEFFselect 1;\r\nselect 2;');
    const [a, b] = load();
    expect([a!.version, b!.version]).toEqual(['20260101_0900_a', '20260102_0900_b']);
    expect(a!.checksum).toBe(b!.checksum);
  });
  it.each(['BEGIN; select 1; COMMIT;', 'select 1;\n/* x */ commit ;', 'set search_path = public', 'SET LOCAL ROLE x', 'create index concurrently a on b (c)', 'create role x', 'end'])('refuses %j', (sql) => {
    write('20260101_0900_a.sql', sql);
    expect(load).toThrow(refused);
  });
  it('reads bodies, literals and comments as text', () => {
    write('20260101_0900_a.sql', "create function f() returns trigger language plpgsql as $$ begin commit; end $$; -- commit;\nselect '; commit;', $x$; begin;$x$, e'\\'; commit;';");
    expect(load()).toHaveLength(1);
    expect(statementsOf('a;-- b;\nc/*;*/d;"e;"')).toEqual(['a', 'c d', '"e', '"']);
  });
  it('refuses other names', () => {
    write('1_a.sql', '');
    expect(load).toThrow('YYYYMMDD_HHMM_name.sql');
  });
});

describe('directives', () => {
  it('are parsed', () => {
    const sql = '-- grant a: select, insert\n-- grant b: none\n--personal: c\n  -- messaging-grant d: insert, select (id, x)\n-- owner-grant e to event: all\n-- messaging-grant f(text, int): execute\n-- personal data is below';
    expect(parseDirectives(sql, 'f')).toEqual([
      { kind: 'grant', object: 'a', rights: ['select', 'insert'] },
      { kind: 'grant', object: 'b', rights: [] },
      { kind: 'personal', object: 'c' },
      { kind: 'messaging-grant', object: 'd', rights: ['insert', 'select (id, x)'] },
      { kind: 'owner-grant', object: 'e', service: 'event', rights: ['all'] },
      { kind: 'messaging-grant', object: 'f(text, int)', rights: ['execute'] },
    ]);
  });
  it.each(['-- grant a select', '-- grant a: read', '-- personal: A', '-- owner-grant a: all', '-- messaging-grant a:', '-- grant a: select; drop'])('refuses %j', (sql) => {
    expect(() => parseDirectives(`\n${sql}`, 'f.sql')).toThrow('f.sql:2');
  });
});

describe('planSchema', () => {
  const target = territoryTarget('DK');
  const entry = (version: string, checksum: string): Applied => ({ schema: target.schema, owner: 'forum', version, checksum });
  const plan = (applied: Applied[], allowUnknown = false) => planSchema(target, load(), applied, new Set(['forum']), allowUnknown);
  it('tells pending, changed, late and unknown files apart', () => {
    write('20260101_0900_a.sql', 'select 1');
    write('20260102_0900_b.sql', 'select 2');
    const [a, b] = load();
    expect(plan([entry(a!.version, a!.checksum)])).toMatchObject({ applied: 1, pending: [b], problems: [] });
    expect(plan([entry(a!.version, 'other')]).problems[0]).toContain('was changed after it ran');
    expect(plan([entry(b!.version, b!.checksum)]).problems[0]).toContain('is older than');
    const unknown = [entry(a!.version, a!.checksum), entry(b!.version, b!.checksum), entry('20270101_0900_z', 'x')];
    expect(plan(unknown).problems).toEqual([expect.stringContaining('its file is missing')]);
    expect(plan(unknown, true).problems).toEqual([]);
  });
});
