import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Broadcasts } from '@unityplan/messaging';
import { CONFIG, LOGGER } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import { StreamReader } from '../streams/stream-reader.views.ts';
import type { StoredEntry } from '../frame.ts';
import { wakeTopic } from '../wake-topic.ts';
import type { WebsocketConfig } from '../websocket.config.ts';
import { Channel } from './channel.ts';

interface Open {
  readonly channel: Channel;
  users: number;
  readonly stopWaking: () => void;
}

/** The streams that someone in this process follows. */
@Injectable()
export class Hub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly open = new Map<string, Open>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly reader: StreamReader,
    private readonly broadcasts: Broadcasts,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  get size(): number {
    return this.open.size;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), this.config.sweepMs);
  }
  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The channel of a stream, until `release`. Wake-ups are heard before its end is read, so nothing falls between. */
  acquire(territory: string, stream: string): Channel {
    const key = `${territory} ${stream}`;
    const known = this.open.get(key);
    if (known) {
      known.users++;
      return known.channel;
    }
    const stopWaking = this.broadcasts.onWake(wakeTopic(territory, stream), () => channel.sync());
    const channel = new Channel((after) => this.reader.ask(territory, stream, after));
    this.open.set(key, { channel, users: 1, stopWaking });
    channel.ready.catch(() => undefined);
    return channel;
  }

  release(territory: string, stream: string, channel: Channel): void {
    const key = `${territory} ${stream}`;
    const known = this.open.get(key);
    if (known?.channel !== channel || --known.users > 0) return;
    known.stopWaking();
    this.open.delete(key);
  }

  /** A channel whose beginning failed is of no use to the next one who comes. */
  discard(territory: string, stream: string, channel: Channel): void {
    const key = `${territory} ${stream}`;
    const known = this.open.get(key);
    if (known?.channel !== channel) return;
    known.stopWaking();
    this.open.delete(key);
  }

  /** Entries that this process has just committed. */
  committed(territory: string, entries: readonly StoredEntry[]): void {
    for (const entry of entries) this.open.get(`${territory} ${entry.stream}`)?.channel.offer(entry);
  }

  /** The net under lost wake-ups: all open streams against PostgreSQL, in batches. */
  async sweep(): Promise<void> {
    const failed = (await Promise.allSettled([...this.open.values()].map(({ channel }) => channel.sync()))).find((one) => one.status === 'rejected');
    if (failed) this.log.warn({ err: failed.reason as unknown }, 'streams could not be compared');
  }
}
