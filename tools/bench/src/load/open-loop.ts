/** Callers who ask at a fixed pace and do not care whether earlier ones were answered: what overload is made of. */
import { connect } from 'node:net';
import type { PressureJob, PressureResult } from './jobs.ts';

const patienceMs = 5_000;

/** Asks so many times a second, each on a connection of its own while it waits; kept ones are used again. */
export async function pressure({ port, requests, rate, seconds }: PressureJob): Promise<PressureResult> {
  const idle: Lane[] = [];
  const good: number[] = [];
  const refused: number[] = [];
  const perSecond = Array<number>(Math.ceil(seconds) + 1).fill(0);
  let failed = 0;
  let unexplained = 0;
  const startedAt = performance.now();
  const running = new Set<Promise<void>>();
  const one = async (n: number): Promise<void> => {
    const lane = idle.pop() ?? new Lane(port);
    const due = performance.now();
    const { status, retryAfter } = await lane.ask(requests[n % requests.length]!);
    const ms = performance.now() - due;
    if (status === 0) return void failed++;
    idle.push(lane);
    if (status === 200) {
      good.push(ms);
      perSecond[Math.min(perSecond.length - 1, Math.floor((performance.now() - startedAt) / 1000))]!++;
    } else if (status === 503) {
      refused.push(ms);
      if (!retryAfter) unexplained++;
    } else failed++;
  };
  for (let n = 0; performance.now() - startedAt < seconds * 1000; ) {
    const due = ((performance.now() - startedAt) / 1000) * rate;
    while (n < due) {
      const asked = one(n++);
      running.add(asked);
      void asked.finally(() => running.delete(asked));
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(running);
  for (const lane of idle) lane.end();
  return { seconds: (performance.now() - startedAt) / 1000, good, refused, failed, unexplained, perSecond };
}

/** A kept connection with one request at a time. */
class Lane {
  private readonly socket;
  private text = '';
  private told: ((answer: { status: number; retryAfter: boolean }) => void) | undefined;
  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port });
    this.socket.setNoDelay(true);
    this.socket.on('data', (part) => {
      this.text += part.toString('latin1');
      const end = this.text.indexOf('\r\n\r\n');
      if (end < 0 || this.text.length < end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(this.text)?.[1] ?? 0)) return;
      const { text } = this;
      this.text = '';
      this.answer({ status: Number(text.slice(9, 12)), retryAfter: /\r\nretry-after: *\d+/i.test(text) });
    });
    this.socket.on('error', () => this.answer({ status: 0, retryAfter: false })).on('close', () => this.answer({ status: 0, retryAfter: false }));
  }

  ask(request: string): Promise<{ status: number; retryAfter: boolean }> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.answer({ status: 0, retryAfter: false });
        this.socket.destroy();
      }, patienceMs);
      this.told = (answer) => {
        clearTimeout(late);
        resolve(answer);
      };
      if (this.socket.destroyed) this.answer({ status: 0, retryAfter: false });
      else this.socket.write(request, 'latin1');
    });
  }
  end(): void {
    this.socket.destroy();
  }

  private answer(answer: { status: number; retryAfter: boolean }): void {
    this.told?.(answer);
    this.told = undefined;
  }
}
