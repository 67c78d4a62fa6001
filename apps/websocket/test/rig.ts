import { everyone, eventKey, websocket, type badge, type EventContract, type Gate, type PayloadOf } from '@unityplan/contracts';
import { Relay } from '@unityplan/messaging';
import { contextHeader, contextKeyPurpose, deriveKey, signContext, type RunningService } from '@unityplan/service-kit';
import { configured, standIn, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import { startWebsocket, websocketConfig, type WebsocketConfig } from '../src/app.ts';

type ServerMessage = websocket.ServerMessage;
type Entry = websocket.StreamEntry;

/** What the forum and the badge service would say; tests change it. A topic that is not named stands in its own, open category. */
class World {
  readonly categories = new Map<string, Gate>();
  readonly topics = new Map<string, string>();
  readonly unknown = new Set<string>();
  readonly holdings = new Map<string, badge.Holding[]>();
  readonly asked = { places: 0, holdings: 0 };
  /** What stands in for a service that does not answer. */
  readonly away = new Set<'forum' | 'badge'>();

  readonly services = [
    standIn('forum', {
      get_places: ({ topicIds, categoryIds }: { topicIds: string[]; categoryIds: string[] }) => {
        if (this.away.has('forum')) throw new Error('away');
        this.asked.places++;
        const read = (categoryId: string): Gate => this.categories.get(categoryId) ?? everyone;
        const known = (ids: string[]): string[] => ids.filter((id) => !this.unknown.has(id));
        return {
          topics: known(topicIds).map((topicId) => ({ topicId, categoryId: this.topics.get(topicId) ?? topicId, read: read(this.topics.get(topicId) ?? topicId) })),
          categories: known(categoryIds).map((categoryId) => ({ categoryId, read: read(categoryId) })),
        };
      },
    }),
    standIn('badge', {
      get_holdings: ({ memberIds }: { memberIds: string[] }) => {
        if (this.away.has('badge')) throw new Error('away');
        this.asked.holdings++;
        return { holders: memberIds.map((memberId) => ({ memberId, holdings: this.holdings.get(memberId) ?? [] })) };
      },
    }),
  ];
}

export interface Rig {
  readonly world: World;
  readonly constellation: Constellation;
  readonly service: RunningService;
  /** Every process of the websocket service. */
  readonly services: readonly RunningService[];
  /** As a committed transaction of the owning service would: outbox rows, carried by the real relay. Rows of one call commit together. */
  publish<E extends EventContract>(contract: E, payloads: PayloadOf<E>[]): Promise<void>;
  /** Resolves when everything published was handled. */
  drain(): Promise<void>;
  ticket(as?: TestMember): Promise<string>;
  /** An open, greeted connection; as a guest without a member. `at` goes through another port, such as a fault proxy. */
  connect(options?: { as?: TestMember; at?: string; territory?: string }): Promise<Client>;
  stop(): Promise<void>;
}

/** One or two websocket services on real PostgreSQL, NATS and Redis. */
export async function startRig(config: Partial<WebsocketConfig> = {}, processes = 1, servers: Record<string, unknown> = {}, clock: () => number = Date.now): Promise<Rig> {
  const world = new World();
  const start = configured(startWebsocket, websocketConfig, config);
  const constellation = await startConstellation({ services: [...Array.from({ length: processes }, () => start), ...world.services], config: servers, clock });
  const { ground, resources } = constellation;
  const services = constellation.services.slice(0, processes);
  const relay = new Relay({ pod: 'dk', link: resources.nats, leases: resources.leases, database: ground.client });
  relay.start();
  const seqs = new Map<string, number>();
  const ticket = async (as?: TestMember): Promise<string> => {
    const { body, status } = await constellation.call(websocket.createTicket, as ? { as } : {});
    if (status !== 201) throw new Error(`no ticket: ${status} ${JSON.stringify(body)}`);
    return body.ticket;
  };
  return {
    world,
    constellation,
    service: services[0]!,
    services,
    publish: async (contract, payloads) => {
      const rows = payloads.map((payload) => {
        const aggregate = String((payload as Record<string, unknown>)[contract.orderBy]);
        seqs.set(aggregate, (seqs.get(aggregate) ?? 0) + 1);
        return { event_id: v7(), service: contract.owner, scope: contract.scope, event: eventKey(contract), aggregate, seq: seqs.get(aggregate), payload };
      });
      await ground.query(
        `insert into messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload)
         select event_id, service, 'DK', scope, event, aggregate, seq, payload from jsonb_to_recordset($1) as r (event_id uuid, service text, scope text, event text, aggregate text, seq bigint, payload jsonb)`,
        [JSON.stringify(rows)]);
      await ground.query(`select pg_notify('outbox', '')`);
    },
    drain: async () => {
      await relay.drain();
      for (const service of services) await service.messaging.drain();
    },
    ticket,
    connect: async ({ as, at, territory } = {}) => {
      const client = await Client.open(at ?? services[0]!.url, constellation.config.podSecret, territory);
      client.send({ type: 'hello', protocol: 1, ticket: await ticket(as) });
      await client.until((message) => message.type === 'ready');
      return client;
    },
    stop: async () => {
      await relay.stop();
      await constellation.stop();
    },
  };
}

/** A client of the live protocol that keeps everything it was told. */
export class Client {
  readonly messages: ServerMessage[] = [];
  closed: { code: number } | undefined;
  private readonly listeners = new Set<() => void>();
  readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.told(() => this.messages.push(websocket.serverMessage.parse(JSON.parse(data.toString())))));
    socket.on('close', (code) => this.told(() => (this.closed = { code })));
    socket.on('error', () => undefined);
  }

  static open(url: string, podSecret: string, territory = 'DK', headers: Record<string, string> = {}): Promise<Client> {
    const context = signContext({ territory, ip: '192.0.2.1', routingEpoch: 1 }, deriveKey(podSecret, contextKeyPurpose));
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, { headers: { host: `${territory.toLowerCase()}.localhost`, [contextHeader]: context, ...headers } });
    return new Promise((resolve, reject) => {
      const client = new Client(socket);
      socket.once('open', () => resolve(client)).once('error', reject);
    });
  }

  send(message: websocket.ClientMessage | object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message that fits, past or coming. Rejects when the connection ends without one. */
  until<T extends ServerMessage>(fits: (message: ServerMessage) => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      let looked = 0;
      const look = (): void => {
        let found: ServerMessage | undefined;
        while (!found && looked < this.messages.length) {
          const message = this.messages[looked++]!;
          if (fits(message)) found = message;
        }
        if (!found && !this.closed) return;
        this.listeners.delete(look);
        if (found) resolve(found as T);
        else reject(new Error(`closed with ${this.closed!.code}; told: ${JSON.stringify(this.messages.slice(-5))}`));
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Resolves with the close code. */
  async end(): Promise<number> {
    if (!this.closed) await new Promise<void>((resolve) => this.socket.once('close', () => resolve()));
    return this.closed!.code;
  }

  async subscribe(stream: string, cursor?: websocket.Cursor) {
    this.send({ type: 'subscribe', stream, ...(cursor ? { cursor } : {}) });
    return this.until<Extract<ServerMessage, { type: 'subscribed' }>>((message) => message.type === 'subscribed' && message.stream === stream);
  }

  entries(stream?: string): Entry[] {
    return this.messages.filter((message): message is Entry => message.type === 'entry' && (stream === undefined || message.stream === stream));
  }

  /** Waits until a stream has come as far as `seq`. */
  reach(stream: string, seq: number): Promise<Entry> {
    return this.until((message) => message.type === 'entry' && message.stream === stream && message.seq >= seq);
  }

  private told(change: () => unknown): void {
    change();
    for (const listener of [...this.listeners]) listener();
  }
}
