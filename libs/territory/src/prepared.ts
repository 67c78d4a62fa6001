/** Which statements a connection keeps prepared: PostgreSQL then neither parses nor plans them again, which is half of a short one's cost. */
import type pg from 'pg';

/** Texts that are used this often get a name; one that was built for a moment never does. */
const usesBeforeName = 3;
const longestText = 8_000;
const mostTexts = 2_000;
/** Kept on one connection; the one unused longest is closed for the next. Each takes some kilobytes in its backend. */
const mostPrepared = 60;

interface Known {
  readonly name: string;
  uses: number;
}
const texts = new Map<string, Known>();
let named = 0;

/** The name of a statement in this process, the same for all connections; undefined while it is not worth one. */
export function nameOf(text: string): string | undefined {
  if (text.length > longestText) return undefined;
  let known = texts.get(text);
  if (known) texts.delete(text);
  else {
    known = { name: `up_${++named}`, uses: 0 };
    if (texts.size >= mostTexts) texts.delete(texts.keys().next().value!);
  }
  texts.set(text, known); // at the young end
  return ++known.uses >= usesBeforeName ? known.name : undefined;
}

/** Of a statement that the connection has prepared. */
export interface PreparedStatement {
  readonly name: string;
  /** `asked`: sent to be parsed, no answer yet; `doubtful`: an error came, so PostgreSQL may have it or not. */
  state: 'new' | 'asked' | 'ready' | 'doubtful';
  /** The columns of its rows, told once; null when it has none. */
  fields?: readonly pg.FieldDef[] | null;
}

/** The statements of one connection. */
export class PreparedStatements {
  readonly #all = new Map<string, PreparedStatement>();

  /** The statement of this name, moved to the young end; `close` is called for one that has to make room. */
  of(name: string, close: (name: string) => void): PreparedStatement {
    const found = this.#all.get(name);
    if (found) this.#all.delete(name);
    else if (this.#all.size >= mostPrepared) {
      const oldest = this.#all.keys().next().value!;
      this.#all.delete(oldest);
      close(oldest);
    }
    const statement = found ?? { name, state: 'new' };
    this.#all.set(name, statement);
    return statement;
  }
}

/** True when a prepared statement answers other columns than before, since a migration ran: the same transaction works again. */
export function isStalePlan(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: string; routine?: string };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}
