import type { Cursor, ServerMessage, StreamEntry } from './generated/types.ts';

/** What an application does with one stream. */
export interface StreamHandlers {
  /** Every entry, once, in order. It carries ids only: patch or reload what you show. */
  readonly onEntry: (entry: StreamEntry) => void;
  /** Entries may be missing from here: load the state anew. Later entries follow as usual. */
  readonly onReload: () => void;
  /** These handlers hear of everything from now on: what was loaded before this moment may be older than it. Not told after resuming, for nothing was missed. */
  readonly onSubscribed?: () => void;
  /** The server does not let this connection follow the stream. Asked again with the next connection. */
  readonly onRefused?: (code: string) => void;
}

type Subscribed = Extract<ServerMessage, { type: 'subscribed' }>;
type Tell = (how: (handlers: StreamHandlers) => void) => void;

/**
 * One followed stream: decides which entries are new, and notices a hole. Entries are numbered without holes, so the
 * only right one is the cursor's next; an earlier one was seen, a later one means that some were lost on the way.
 */
export class LiveStream {
  private readonly handlers = new Set<StreamHandlers>();
  /** Came while the stream was already known: whatever the next answer says, they missed what was before. */
  private readonly late = new Set<StreamHandlers>();
  readonly name: string;
  private current: Cursor | undefined;
  private asked: Cursor | undefined;
  private acknowledged = false;
  private holeAt: number | undefined;
  private readonly onCursor: (cursor: Cursor) => void;
  private readonly tell: Tell;

  constructor(name: string, cursor: Cursor | undefined, onCursor: (cursor: Cursor) => void, onError: (error: unknown) => void) {
    this.name = name;
    this.current = cursor;
    this.onCursor = onCursor;
    this.tell = (how) => {
      for (const handlers of [...this.handlers])
        try {
          how(handlers);
        } catch (error) {
          onError(error);
        }
    };
  }

  /** Whether anybody follows. */
  get followed(): boolean {
    return this.handlers.size > 0;
  }

  add(handlers: StreamHandlers): void {
    const first = !this.followed;
    this.handlers.add(handlers);
    if (first) return;
    this.late.add(handlers);
    if (this.acknowledged) queueMicrotask(() => this.welcome());
  }

  /** True when these were handlers of this stream. */
  remove(handlers: StreamHandlers): boolean {
    this.late.delete(handlers);
    return this.handlers.delete(handlers);
  }

  /** The request to follow from the last applied entry on. Entries that do not come next are ignored until it is answered. */
  request() {
    this.acknowledged = false;
    this.asked = this.current;
    return { type: 'subscribe', stream: this.name, ...(this.asked && { cursor: this.asked }) } as const;
  }

  subscribed({ cursor, recovered }: Subscribed): void {
    const asked = this.asked;
    this.acknowledged = true;
    // Entries may have come between request and answer, so what was asked counts. A server that knows less than that has lost history.
    if (asked && recovered && asked.epoch === cursor.epoch && asked.seq <= cursor.seq) return this.welcome();
    this.move(cursor);
    this.late.clear();
    this.tell((handlers) => (asked ? handlers.onReload() : handlers.onSubscribed?.()));
  }

  /** Takes an entry; true when the stream has to be requested again because something before the entry is missing. */
  take(entry: StreamEntry): boolean {
    const mine = this.current;
    if (!mine) return false;
    const sameEpoch = entry.epoch === mine.epoch;
    if (sameEpoch && entry.seq <= mine.seq) return false;
    if (sameEpoch && entry.seq === mine.seq + 1) {
      this.deliver(entry);
      return false;
    }
    if (!this.acknowledged) return false;
    if (this.holeAt !== mine.seq) {
      this.holeAt = mine.seq;
      return true;
    }
    // Asked again and the hole is still there: those entries are gone, so the state has to be loaded.
    this.tell((handlers) => handlers.onReload());
    this.deliver(entry);
    return false;
  }

  /** Tells those who came late that they hear of everything from now on. */
  private welcome(): void {
    const late = new Set(this.late);
    this.late.clear();
    this.tell((handlers) => { if (late.has(handlers)) handlers.onSubscribed?.(); });
  }

  refused(code: string): void {
    this.tell((handlers) => handlers.onRefused?.(code));
  }

  private deliver(entry: StreamEntry): void {
    this.move({ epoch: entry.epoch, seq: entry.seq });
    this.tell((handlers) => handlers.onEntry(entry));
  }

  private move(cursor: Cursor): void {
    this.current = cursor;
    this.holeAt = undefined;
    this.onCursor(cursor);
  }
}
