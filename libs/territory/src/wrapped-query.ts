import pg from 'pg';
import { nameOf, PreparedStatements, type PreparedStatement } from './prepared.ts';

/** What pg sends a query through. Not in its types; the tests on a real server would notice a change. */
interface Wire {
  parse(message: { text: string; name: string; types: undefined }): void;
  bind(message: { portal: string; statement: string; values: readonly never[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: undefined }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}
interface Internals {
  prepare(wire: unknown): void;
  handleRowDescription(message: { fields: readonly pg.FieldDef[] }): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
}
const inner = pg.Query.prototype as unknown as Internals;
const connections = new WeakMap<Wire, PreparedStatements>();

/**
 * One statement of the extended protocol with others before and after it, all in one round trip and up to one Sync: when one of
 * them fails, PostgreSQL runs none of those that follow. So the statement cannot run unless `before` has succeeded.
 * Statements that come again are prepared, under names of ours: pg's own book of names takes the first answer for that of the statement.
 */
class WrappedQuery extends pg.Query {
  private readonly before: string | undefined;
  private readonly after: string | undefined;
  private completed = 0;
  private readonly used: PreparedStatement[] = [];
  private main: PreparedStatement | undefined;
  private wire!: Wire;
  declare private text: string;
  declare private name: string;

  constructor(config: pg.QueryConfig, before: string | undefined, after: string | undefined) {
    super(config);
    this.before = before;
    this.after = after;
  }

  /** In place of pg's: called once the stream is corked, so that everything leaves in one write. */
  prepare(wire: Wire): void {
    this.wire = wire;
    if (this.before !== undefined) this.send(wire, this.before);
    this.main = this.statement(wire, this.text);
    // pg writes parse, bind and describe for a statement it has not heard of; we leave out what this connection knows.
    const fields = this.main?.state === 'ready' ? this.main.fields : undefined;
    const told = {
      parsedStatements: {}, submittedNamedStatements: {},
      parse: () => this.parse(wire, this.text, this.main),
      bind: (message: never) => wire.bind(message),
      describe: (message: never) => {
        if (fields === undefined) wire.describe(message);
        else if (fields) inner.handleRowDescription.call(this, { fields });
      },
      close: (message: never) => {
        if (this.main) this.main.state = 'doubtful';
        wire.close(message);
      },
      sync: () => wire.sync(),
    };
    this.name = this.main?.name ?? '';
    inner.prepare.call(this, told);
    this.name = '';
  }

  /** In place of pg's: runs the statement and ends the round trip. */
  _getRows(): void {
    this.wire.execute({ portal: '', rows: undefined });
    if (this.after !== undefined) this.send(this.wire, this.after);
    this.wire.sync();
  }

  handleRowDescription(message: { fields: readonly pg.FieldDef[] }): void {
    if (this.main) this.main.fields = message.fields;
    inner.handleRowDescription.call(this, message);
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    if (++this.completed !== (this.before === undefined ? 1 : 2)) return;
    if (this.main && this.main.fields === undefined) this.main.fields = null;
    inner.handleCommandComplete.call(this, message, wire);
  }

  handleReadyForQuery(wire: Wire): void {
    for (const statement of this.used) if (statement.state === 'asked') statement.state = 'ready';
    inner.handleReadyForQuery.call(this, wire);
  }

  handleError(error: Error, wire: Wire): void {
    for (const statement of this.used) if (statement.state === 'asked') statement.state = 'doubtful';
    // Not supported, unknown, or no longer what the schema has: parsed anew, it may be right again after a migration.
    if (this.main && /^(0A|26|42)/.test(String((error as { code?: unknown }).code))) Object.assign(this.main, { state: 'doubtful', fields: undefined });
    inner.handleError.call(this, error, wire);
  }

  private send(wire: Wire, text: string): void {
    const statement = this.statement(wire, text);
    this.parse(wire, text, statement);
    wire.bind({ portal: '', statement: statement?.name ?? '', values: [] });
    wire.execute({ portal: '', rows: undefined });
  }

  private statement(wire: Wire, text: string): PreparedStatement | undefined {
    const name = nameOf(text);
    if (name === undefined) return undefined;
    let statements = connections.get(wire);
    if (!statements) connections.set(wire, (statements = new PreparedStatements()));
    return statements.of(name, (oldest) => wire.close({ type: 'S', name: oldest }));
  }

  /** Has a statement parsed, unless this connection has it already. */
  private parse(wire: Wire, text: string, statement: PreparedStatement | undefined): void {
    if (statement?.state === 'ready') return;
    if (statement) {
      if (statement.state === 'doubtful') wire.close({ type: 'S', name: statement.name }); // harmless when there is none
      statement.state = 'asked';
      this.used.push(statement);
    }
    wire.parse({ text, name: statement?.name ?? '', types: undefined });
  }
}

/** Runs a statement, with `before` right before it and, when it has succeeded, `after` right after it: one round trip for all of them. */
export function queryWrapped(client: pg.Client, config: pg.QueryConfig, before?: string, after?: string): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined, result: pg.QueryResult): void => {
      if (error) reject(error);
      else resolve(result);
    };
    (client.query as unknown as (query: WrappedQuery, done: (error: Error | undefined, result: pg.QueryResult) => void) => void).call(client, new WrappedQuery(config, before, after), done);
  });
}
