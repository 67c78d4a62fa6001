import pg from 'pg';

/** How long a connection may take to say goodbye before its socket is cut. */
const END_MS = 5_000;

/** One PostgreSQL connection of a pool. Reports its end exactly once, whoever caused it. */
export class Connection {
  readonly client: pg.Client;
  readonly openedAt = performance.now();
  idleSince = 0;
  /** Closed because the budget needed its permit. */
  dropped = false;
  #ended = false;
  readonly #onEnd: (connection: Connection) => void;

  constructor(config: pg.ClientConfig, onEnd: (connection: Connection) => void) {
    this.#onEnd = onEnd;
    this.client = new pg.Client(config);
    this.client.on('error', () => {});
    this.client.on('end', () => this.#reportEnd());
  }

  /** False once the connection is gone or was left inside a transaction. */
  get reusable(): boolean {
    return !this.#ended && (this.client as unknown as { getTransactionStatus(): string | null }).getTransactionStatus() === 'I';
  }

  connect(): Promise<void> {
    return this.client.connect().then(() => {});
  }

  /** Closes it; the end is reported when the server let go. */
  destroy(): void {
    const cut = setTimeout(() => {
      (this.client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      this.#reportEnd();
    }, END_MS);
    this.client
      .end()
      .catch(() => {})
      .finally(() => {
        clearTimeout(cut);
        this.#reportEnd();
      });
  }

  #reportEnd(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onEnd(this);
  }
}
