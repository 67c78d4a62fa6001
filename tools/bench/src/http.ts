import { Agent, request } from 'node:http';

export interface Call {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly bytes: Buffer;
}

/** One call to this machine. The address is given and the host only named: Node's resolver may not know `*.localhost`. */
export function call({ port, path, method = 'GET', headers = {}, body, agent }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(
      {
        host: '127.0.0.1', port, path, method, agent,
        headers: { ...headers, ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }) },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

/** The same, read as JSON; throws what the server said when it is no success. */
export async function callJson<T>(options: Call): Promise<T> {
  const { status, bytes } = await call(options);
  if (status >= 300) throw new Error(`${options.method ?? 'GET'} ${options.path} answered ${status}: ${bytes.toString('utf8').slice(0, 300)}`);
  return (bytes.length ? JSON.parse(bytes.toString('utf8')) : undefined) as T;
}
