/** Many followers of live streams, each a plain socket that answers pings and remembers its cursor. */
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { call } from '../http.ts';
import { clientFrame, serverFrames } from './frames.ts';
import type { CrowdJob, CrowdState, Signing } from './jobs.ts';
import { signed } from './signing.ts';

interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}
const ticketAgent = new Agent({ keepAlive: true, maxSockets: 48 });
/** As the SDK waits: full jitter, doubled each time, up to half a minute. */
const backoff = (attempt: number): number => Math.random() * Math.min(30_000, 500 * 2 ** attempt);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const patienceMs = 10_000;

class Follower {
  cursor: Cursor | undefined;
  readonly seqs: number[] = [];
  reloads = 0;
  live = false;
  private socket: Socket | undefined;
  private readonly port: number;
  private readonly source: string;
  readonly stream: string;
  private readonly signing: Signing;
  constructor(port: number, source: string, stream: string, signing: Signing) {
    this.port = port;
    this.source = source;
    this.stream = stream;
    this.signing = signing;
  }

  /** Tries until it follows. */
  async join(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      if (await this.attempt().then(() => true, () => false)) return;
      this.cut();
      await pause(backoff(attempt));
    }
  }

  cut(): void {
    this.live = false;
    this.socket?.destroy();
    this.socket = undefined;
  }

  private async attempt(): Promise<void> {
    const context = { 'x-up-context': signed(this.signing) };
    const { status, bytes } = await call({ port: this.port, path: '/api/v1/realtime/tickets', method: 'POST', headers: context, agent: ticketAgent });
    if (status !== 201) throw new Error(`a ticket was answered ${status}`);
    const { ticket } = JSON.parse(bytes.toString('utf8')) as { ticket: string };
    await new Promise<void>((resolve, reject) => {
      const socket = (this.socket = connect({ host: '127.0.0.1', port: this.port, localAddress: this.source }));
      const late = setTimeout(() => reject(new Error('too slow')), patienceMs);
      let waiting: Buffer = Buffer.alloc(0);
      let upgraded = false;
      const take = (opcode: number, payload: Buffer): void => {
        if (opcode === 0x9) socket.write(clientFrame(payload, 0xa));
        if (opcode === 0x1 && this.hear(socket, payload)) {
          clearTimeout(late);
          resolve();
        }
      };
      socket.on('error', reject).on('close', () => {
        clearTimeout(late);
        this.live = false;
        reject(new Error('closed'));
      });
      socket.on('data', (part) => {
        waiting = waiting.length ? Buffer.concat([waiting, part]) : part;
        if (!upgraded) {
          const end = waiting.indexOf('\r\n\r\n');
          if (end < 0) return;
          if (!waiting.toString('latin1', 0, 12).endsWith('101')) return void reject(new Error('no upgrade'));
          upgraded = true;
          waiting = waiting.subarray(end + 4);
          socket.write(clientFrame(Buffer.from(JSON.stringify({ type: 'hello', protocol: 1, ticket }))));
        }
        waiting = serverFrames(waiting, take);
        // A view would keep the whole piece it came in.
        waiting = waiting.length ? Buffer.from(waiting) : Buffer.alloc(0);
      });
      socket.write(`GET /ws HTTP/1.1\r\nhost: dk.localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nx-up-context: ${context['x-up-context']}\r\n\r\n`);
    });
  }

  /** True when it follows now. */
  private hear(socket: Socket, payload: Buffer): boolean {
    const message = JSON.parse(payload.toString('utf8')) as { type: string; recovered?: boolean; cursor?: Cursor; epoch?: string; seq?: number };
    if (message.type === 'ready') socket.write(clientFrame(Buffer.from(JSON.stringify({ type: 'subscribe', stream: this.stream, ...(this.cursor ? { cursor: this.cursor } : {}) }))));
    if (message.type === 'entry') {
      this.seqs.push(message.seq!);
      this.cursor = { epoch: message.epoch!, seq: message.seq! };
    }
    if (message.type !== 'subscribed') return false;
    if (!message.recovered && this.cursor) this.reloads++;
    this.cursor ??= message.cursor;
    this.live = true;
    return true;
  }
}

const followers: Follower[] = [];

/** Does what the bench asks of the crowd, and tells how it stands. */
export async function crowd(job: CrowdJob): Promise<CrowdState> {
  const startedAt = performance.now();
  if (job.kind === 'crowd-join') {
    let next = followers.length;
    for (let n = 0; n < job.count; n++) followers.push(new Follower(job.ports[n % job.ports.length]!, `127.0.0.${2 + (n % 20)}`, job.streams[n % job.streams.length]!, job.sign));
    await Promise.all(Array.from({ length: 64 }, async () => {
      while (next < followers.length) await followers[next++]!.join();
    }));
  }
  if (job.kind === 'crowd-storm') {
    for (const one of followers) one.cut();
    await Promise.all(followers.map((one) => pause(backoff(0)).then(() => one.join())));
  }
  return { seconds: (performance.now() - startedAt) / 1000, live: followers.filter(({ live }) => live).length, reloads: followers.reduce((sum, { reloads }) => sum + reloads, 0), ...heard() };
}

/** Entries heard in all, and followers whose numbers are not one after the other. */
function heard(): { entries: number; broken: number; behind: number } {
  const last = new Map<string, number>();
  for (const one of followers) last.set(one.stream, Math.max(last.get(one.stream) ?? 0, one.cursor?.seq ?? 0));
  return {
    entries: followers.reduce((sum, { seqs }) => sum + seqs.length, 0),
    broken: followers.filter(({ seqs }) => seqs.some((seq, n) => n > 0 && seq !== seqs[n - 1]! + 1)).length,
    behind: followers.filter((one) => (one.cursor?.seq ?? 0) < last.get(one.stream)!).length,
  };
}
