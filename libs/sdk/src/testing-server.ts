import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as the test server saw it. */
export interface SeenCall {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}
export type Reply = { status: number; json?: unknown; text?: string; cut?: boolean; /** Sends the text and then nothing more. */ stall?: boolean; type?: string };

/** A real HTTP server on a free port that answers as told and remembers what it saw. */
export async function testServer(answer: (call: SeenCall) => Reply | Promise<Reply>) {
  const seen: SeenCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const call = { line: `${request.method} ${request.url}`, headers: request.headers, body: text ? (JSON.parse(text) as unknown) : undefined };
      seen.push(call);
      void Promise.resolve(answer(call)).then(({ status, json, text: page, cut, stall, type }) => {
        response.writeHead(status, { 'content-type': type ?? 'application/json', ...(cut && { 'content-length': 1000 }) });
        if (cut) return response.write('{"a":', () => response.destroy());
        if (stall) return response.write(page);
        response.end(json === undefined ? page : JSON.stringify(json));
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()); });
  return { url, seen, close };
}
