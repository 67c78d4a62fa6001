import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, ConnectionError, type NatsConnection } from '@nats-io/transport-node';
import { reasonOf, silent, type Log } from './log.ts';

/** Where NATS is, and as whom to connect. */
export interface NatsLinkOptions {
  /** One or several, comma separated. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** Shown in the server's list of connections. */
  readonly name: string;
  readonly log?: Log;
}

/** One connection to NATS: waits for the first connect, unless it is refused, then reconnects for ever with jitter. */
export class NatsLink {
  private connection: NatsConnection | undefined;
  private opening: Promise<NatsConnection> | undefined;
  private readonly listeners = new Set<() => void>();
  private up = false;
  private readonly options: NatsLinkOptions;

  constructor(options: NatsLinkOptions) {
    this.options = options;
  }

  /** Connects, or answers the connection there is. Resolves once the server was reached; rejects when it knows no such user. */
  connect(): Promise<NatsConnection> {
    return (this.opening ??= this.open());
  }

  /** `up` while connected. */
  get status(): 'up' | 'down' | 'closed' {
    if (!this.connection) return 'down';
    return this.connection.isClosed() ? 'closed' : this.up ? 'up' : 'down';
  }

  /** The open connection. Throws before `connect()` has resolved. */
  get nc(): NatsConnection {
    if (!this.connection) throw new ConnectionError('NATS is not connected yet');
    return this.connection;
  }

  /** A JetStream client with a publish timeout short enough to retry within an outage. */
  jetstream(timeout = 2000): JetStreamClient {
    return jetstream(this.nc, { timeout });
  }

  manager(): Promise<JetStreamManager> {
    return jetstreamManager(this.nc, { checkAPI: false, timeout: 3000 });
  }

  /** Calls `fn` after each reconnect. Answers how to stop. */
  onReconnect(fn: () => void): () => void {
    this.listeners.add(fn);
    return () => this.listeners.delete(fn);
  }

  /** Sends what is buffered, ends all subscriptions and closes; at once when the server is away. */
  async drain(): Promise<void> {
    const nc = this.connection;
    if (!nc || nc.isClosed()) return;
    if (this.up) await nc.drain().catch(() => nc.close());
    else await nc.close();
  }

  private async open(): Promise<NatsConnection> {
    const { url, user, password, name, log = silent } = this.options;
    const options = {
      servers: url.split(',').map((server) => server.trim()),
      name, waitOnFirstConnect: true, reconnect: true, maxReconnectAttempts: -1,
      reconnectTimeWait: 200, reconnectJitter: 300, reconnectJitterTLS: 300, pingInterval: 10_000, maxPingOut: 2, ignoreClusterUpdates: true,
      ...(user === undefined ? {} : { user, pass: password ?? '' }),
    };
    // A wrong password is told at the start. Later the same refusal may come of a server that is being set up anew, and is waited out.
    await connect(options).then((first) => first.close());
    const nc = await connect({ ...options, ignoreAuthErrorAbort: true });
    this.connection = nc;
    this.up = true;
    void this.watch(nc, log).catch((error: unknown) => log.error({ error: reasonOf(error) }, 'NATS status watch ended'));
    return nc;
  }

  private async watch(nc: NatsConnection, log: Log): Promise<void> {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect') {
        this.up = false;
        log.warn({}, 'NATS is away; reconnecting');
      } else if (status.type === 'reconnect') {
        this.up = true;
        log.info({}, 'NATS is back');
        for (const listener of this.listeners) listener();
      }
    }
    this.up = false;
  }
}
