import { setTimeout as sleep } from 'node:timers/promises';
import { websocket } from '@unityplan/contracts';
import { WebSocket } from 'ws';
import { hostOf, type PodUnderTest } from '../pod.ts';
import { eventually, type ApiMember } from './api-member.ts';

type Entry = websocket.StreamEntry;

/** A member's live connection that comes back by itself and goes on from its last cursor, as the client of a page does. */
export class LiveLine {
  readonly entries: Entry[] = [];
  /** What the server gave as the reason each time it closed the line. */
  readonly closings: string[] = [];
  private cursor: websocket.Cursor | undefined;
  private socket: WebSocket | undefined;
  private closed = false;

  private constructor(
    private readonly pod: PodUnderTest,
    private readonly member: ApiMember,
    private readonly stream: string,
  ) {}

  /** Resolves once the stream is followed. */
  static async follow(pod: PodUnderTest, member: ApiMember, stream: string): Promise<LiveLine> {
    const line = new LiveLine(pod, member, stream);
    await eventually(() => line.connect(), 30_000);
    return line;
  }

  /** Waits for an entry that came, and answers how often it did. */
  async heard(name: Entry['name'], matches: (data: Entry['data']) => boolean, withinMs = 30_000): Promise<number> {
    const found = (): Entry[] => this.entries.filter((one) => one.name === name && matches(one.data));
    await eventually(() => (found().length > 0 ? Promise.resolve() : Promise.reject(new Error(`${this.stream}: no ${name} among ${this.entries.map((one) => one.name).join(', ') || 'nothing'}`))), withinMs);
    return found().length;
  }

  close(): void {
    this.closed = true;
    this.socket?.close();
  }

  /** For as long as it takes: the territory may rest meanwhile. */
  private async comeBack(): Promise<void> {
    while (!this.closed && !(await this.connect().then(() => true, () => false))) await sleep(100);
  }

  private async connect(): Promise<void> {
    const { ticket } = await this.member.call(websocket.createTicket);
    const socket = (this.socket = new WebSocket(`ws://127.0.0.1:${this.pod.port}/ws`, { headers: { host: hostOf(this.pod) } }));
    const send = (message: websocket.ClientMessage): void => socket.send(JSON.stringify(message));
    let followed = false;
    await new Promise<void>((resolve, reject) => {
      const failed = (error: Error): void => {
        socket.terminate();
        reject(error);
      };
      socket.on('error', failed);
      socket.on('close', () => {
        failed(new Error(`${this.stream}: the line was closed`));
        // An attempt that failed is repeated by who made it: a second line would hear everything twice.
        if (followed && !this.closed) void this.comeBack();
      });
      socket.on('open', () => send({ type: 'hello', protocol: websocket.protocolVersion, ticket }));
      socket.on('message', (data: Buffer) => {
        const message = websocket.serverMessage.parse(JSON.parse(data.toString('utf8')));
        if (message.type === 'ready') send({ type: 'subscribe', stream: this.stream, ...(this.cursor ? { cursor: this.cursor } : {}) });
        if (message.type === 'closing') this.closings.push(message.reason);
        if (message.type === 'refused') failed(new Error(`${this.stream}: refused, ${message.code}`));
        if (message.type === 'subscribed') {
          if (!this.cursor || !message.recovered) this.cursor = message.cursor;
          followed = true;
          resolve();
        }
        if (message.type === 'entry') {
          this.entries.push(message);
          this.cursor = { epoch: message.epoch, seq: message.seq };
        }
      });
    });
  }
}
