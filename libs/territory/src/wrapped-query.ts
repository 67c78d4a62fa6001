import pg from 'pg';

/** What pg sends a query through. Not in its types; the tests on a real server would notice a change. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { text: string; name: string; types: undefined }): void;
  bind(message: { portal: string; statement: string; values: readonly never[] }): void;
  execute(message: { portal: string; rows: undefined }): void;
  sync(): void;
}
interface Internals {
  prepare(wire: Wire): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}
const inner = pg.Query.prototype as unknown as Internals;

/**
 * One statement of the extended protocol with others before and after it, all in one round trip and up to one Sync: when one of
 * them fails, PostgreSQL runs none of those that follow. So the statement cannot run unless `before` has succeeded.
 */
class WrappedQuery extends pg.Query {
  private readonly before: string;
  private readonly after: string | undefined;
  private completed = 0;

  constructor(config: pg.QueryConfig, before: string, after: string | undefined) {
    super(config);
    this.before = before;
    this.after = after;
  }

  /** In place of pg's: called once the stream is corked, so that everything leaves in one write. */
  prepare(wire: Wire): void {
    send(wire, this.before);
    inner.prepare.call(this, wire);
  }

  /** In place of pg's: runs the statement and ends the round trip. */
  _getRows(wire: Wire): void {
    wire.execute({ portal: '', rows: undefined });
    if (this.after !== undefined) send(wire, this.after);
    wire.sync();
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    if (++this.completed === 2) inner.handleCommandComplete.call(this, message, wire);
  }
}

function send(wire: Wire, text: string): void {
  wire.parse({ text, name: '', types: undefined });
  wire.bind({ portal: '', statement: '', values: [] });
  wire.execute({ portal: '', rows: undefined });
}

/** Runs a statement right after `before` and, when it has succeeded, right before `after`: one round trip for all of them. */
export function queryWrapped(client: pg.Client, config: pg.QueryConfig, before: string, after?: string): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined, result: pg.QueryResult): void => {
      if (error) reject(error);
      else resolve(result);
    };
    (client.query as unknown as (query: WrappedQuery, done: (error: Error | undefined, result: pg.QueryResult) => void) => void).call(client, new WrappedQuery(config, before, after), done);
  });
}
