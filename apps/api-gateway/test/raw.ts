import { createConnection, type Socket } from 'node:net';

/** A caller that writes bytes as it likes. */
export class Raw {
  readonly socket: Socket;
  private parts: Buffer[] = [];
  private readonly listeners = new Set<() => void>();
  ended = false;

  constructor(port: number, host = '127.0.0.1', localAddress?: string) {
    this.socket = createConnection({ port, host, ...(localAddress ? { localAddress } : {}) });
    this.socket.on('data', (part) => this.told(() => this.parts.push(part)));
    this.socket.on('close', () => this.told(() => (this.ended = true)));
    this.socket.on('error', () => undefined);
  }

  get text(): string {
    return Buffer.concat(this.parts).toString('latin1');
  }
  write(bytes: string | Buffer): this {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    return this;
  }

  /** Resolves when what was heard fits, or rejects when the connection ends without. */
  until(fits: (text: string) => boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const { text } = this;
        if (!fits(text) && !this.ended) return;
        this.listeners.delete(look);
        if (fits(text)) resolve(text);
        else reject(new Error(`ended after: ${text.slice(0, 500)}`));
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Resolves with all that was heard when the gateway has ended the connection. */
  end(): Promise<string> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.ended) return;
        this.listeners.delete(look);
        resolve(this.text);
      };
      this.listeners.add(look);
      look();
    });
  }

  /** The status and code of the first answer. */
  async refusal(): Promise<[number, string | undefined]> {
    const text = await this.until((heard) => /\r\n\r\n.*\}$/s.test(heard) || /content-length: 0\r\n/.test(heard));
    return [Number(text.slice(9, 12)), /"code":"(\w+)"/.exec(text)?.[1]];
  }

  private told(change: () => unknown): void {
    change();
    for (const listener of [...this.listeners]) listener();
  }
}
