/** A client as cheap as they come: one request after the other on each of some kept connections. */
import { connect, type Socket } from 'node:net';
import type { LoadResult } from './jobs.ts';

const headEnd = Buffer.from('\r\n\r\n');

/** Reads answers that tell their length. */
class Answers {
  private waiting: Buffer = Buffer.alloc(0);
  private readonly told: (status: number, head: string) => void;
  constructor(told: (status: number, head: string) => void) {
    this.told = told;
  }

  take(chunk: Buffer): void {
    this.waiting = this.waiting.length ? Buffer.concat([this.waiting, chunk]) : chunk;
    for (;;) {
      const at = this.waiting.indexOf(headEnd);
      if (at < 0) return;
      const head = this.waiting.toString('latin1', 0, at);
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (this.waiting.length < at + 4 + length) return;
      this.waiting = this.waiting.subarray(at + 4 + length);
      this.told(Number(head.slice(9, 12)), head);
    }
  }
}

export interface Flood {
  readonly port: number;
  /** Whole requests as they go over the wire; taken in turn. */
  readonly requests: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

/** As many requests as are answered. */
export async function flood({ port, requests, connections, seconds }: Flood): Promise<LoadResult> {
  const latencies: number[] = [];
  let failed = 0;
  let failure: string | undefined;
  let next = 0;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, () => new Promise<void>((resolve, reject) => {
    const socket: Socket = connect({ host: '127.0.0.1', port });
    let sentAt = 0;
    const send = (): void => {
      if (performance.now() - startedAt >= seconds * 1000) return void socket.end(resolve);
      sentAt = performance.now();
      socket.write(requests[next++ % requests.length]!, 'latin1');
    };
    const answers = new Answers((status, head) => {
      if (status === 200) latencies.push(performance.now() - sentAt);
      else if (failed++ === 0) failure = head.split('\r\n')[0];
      send();
    });
    socket.setNoDelay(true);
    socket.on('data', (chunk) => answers.take(chunk)).on('error', reject).once('connect', send);
  })));
  const used = process.cpuUsage(cpu);
  return { done: latencies.length, failed, seconds: (performance.now() - startedAt) / 1000, latencies, ownCpuMs: (used.user + used.system) / 1000, ...(failure === undefined ? {} : { failure }) };
}
