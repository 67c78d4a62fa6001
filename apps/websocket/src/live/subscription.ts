import type { websocket } from '@unityplan/contracts';
import type { Frame } from '../frame.ts';
import type { Channel, Follower } from './channel.ts';
import type { Hub } from './hub.ts';

/** What a subscription needs of its connection. */
export interface Outlet {
  send(message: websocket.ServerMessage): void;
  sendFrame(frame: Frame): void;
  /** Resolves when what was sent so far has left, or false when the client takes too long. */
  drained(): Promise<boolean>;
  /** Ends the connection; the client comes again with its cursors. */
  closeSlow(): void;
}

/** One client on one stream. Either everything after its cursor arrives in order, or it is told to load the state anew. */
export class Subscription implements Follower {
  private ended = false;
  private position = 0;
  private epoch: string | undefined;
  private channel: Channel | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly outlet: Outlet,
    private readonly territory: string,
    readonly stream: string,
  ) {}

  /** The place up to which the client was told; undefined before it was told any. */
  get cursor(): websocket.Cursor | undefined {
    return this.epoch === undefined ? undefined : { epoch: this.epoch, seq: this.position };
  }

  /** Joins the stream. Rejects when PostgreSQL cannot be asked; then nothing was promised. */
  async begin(cursor: websocket.Cursor | undefined): Promise<void> {
    const channel = (this.channel = this.hub.acquire(this.territory, this.stream));
    try {
      await channel.ready;
      // Ahead of what this process knows: another one told the client. History that went back shows as still ahead.
      if (cursor && cursor.epoch === channel.epoch && cursor.seq > channel.lastSeq) await channel.sync();
      if (this.ended) return;
      if (!cursor || cursor.epoch !== channel.epoch || cursor.seq > channel.lastSeq) return this.restart();
      await this.resume(channel, cursor);
    } catch (error) {
      if (channel.lastSeq < 0) this.hub.discard(this.territory, this.stream, channel);
      this.end();
      throw error;
    }
  }

  end(): void {
    this.ended = true;
    if (!this.channel) return;
    this.channel.followers.delete(this);
    this.hub.release(this.territory, this.stream, this.channel);
    this.channel = undefined;
  }

  next(frame: Frame): void {
    if (frame.seq <= this.position) return;
    this.position = frame.seq;
    this.outlet.sendFrame(frame);
  }

  restart(): void {
    const { channel } = this;
    if (!channel) return;
    this.position = channel.lastSeq;
    this.epoch = channel.epoch;
    this.outlet.send({ type: 'subscribed', stream: this.stream as 'territory', cursor: { epoch: channel.epoch, seq: channel.lastSeq }, recovered: false });
    channel.followers.add(this);
  }

  /** Replays from the cursor; the last look at the end and the joining happen in one step, with nothing in between. */
  private async resume(channel: Channel, cursor: websocket.Cursor): Promise<void> {
    this.position = cursor.seq;
    this.epoch = cursor.epoch;
    let told = false;
    const tell = (): void => {
      if (!told) this.outlet.send({ type: 'subscribed', stream: this.stream as 'territory', cursor, recovered: true });
      told = true;
    };
    while (this.position < channel.lastSeq || channel.epoch !== cursor.epoch) {
      const frames = channel.epoch === cursor.epoch ? await channel.after(this.position) : undefined;
      if (this.ended) return;
      // Nothing was promised yet: say so. Something was: only a new connection can start over.
      if (!frames) return told ? this.outlet.closeSlow() : this.restart();
      tell();
      for (const frame of frames) this.next(frame);
      if (!(await this.outlet.drained())) return this.outlet.closeSlow();
      if (this.ended) return;
    }
    tell();
    channel.followers.add(this);
  }
}
