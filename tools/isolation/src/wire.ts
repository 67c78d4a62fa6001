import { Agent, request } from 'node:http';

/** A request as it goes over the wire: nothing is checked or made up on the way. */
export interface Wire {
  readonly method: string;
  /** The request target: a path, or whatever a trick puts there. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
}
export interface WireAnswer {
  readonly status: number;
  /** Status line, headers and body: every byte that came back. */
  readonly all: Buffer;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 12 });
const patienceMs = 30_000;

/** Sends to a port of this machine; rejects when the line is cut. */
export function send(port: number, { method, target, headers, body }: Wire): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const sent = request({ host: '127.0.0.1', port, agent, method, path: target, headers: { ...headers, ...length }, timeout: patienceMs }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const content = Buffer.concat(parts);
        const head = Buffer.from(`${answer.statusCode} ${answer.rawHeaders.join('\n')}\n`, 'latin1');
        resolve({ status: answer.statusCode ?? 0, all: Buffer.concat([head, content]), body: content, headers: answer.headers });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${target}: no answer for ${patienceMs} ms`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Lets go of kept connections, so that a test run can end. */
export function hangUp(): void {
  agent.destroy();
}
