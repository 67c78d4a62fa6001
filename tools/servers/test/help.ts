import { connect } from 'node:net';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeState } from '../src/index.ts';
import type { RunningServer, ServerExit } from '../src/index.ts';

/** A state folder of a test; everything that runs in it is ended and removed by `dispose`. */
export function stateFolder(mode = 0o755): { dir: string; dispose: () => Promise<void> } {
  const dir = mkdtempSync(join(tmpdir(), 'unityplan-servers-'));
  // Open by default: mkdtemp makes 0700, which is a test of its own.
  chmodSync(dir, mode);
  return {
    dir,
    dispose: async () => {
      await removeState(dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs one statement as the superuser. */
export async function sql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** The next end of the server's process. */
export function nextExit(server: RunningServer): Promise<ServerExit> {
  return new Promise((resolve) => server.onExit(resolve));
}

/** Speaks NATS' text protocol: logs in, sends lines, and gives all answers until `until` appears. */
export function natsTalk(url: string, login: { user: string; pass: string }, lines: string[], until: RegExp): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8').setTimeout(5000, () => reject(new Error(`no answer: ${text}`)));
    socket.on('error', reject);
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (until.test(text) || text.includes('-ERR')) {
        socket.destroy();
        resolve(text);
      }
    });
    const options = { verbose: false, pedantic: false, lang: 'test', version: '0', protocol: 1, headers: true, no_responders: true, ...login };
    socket.write(`CONNECT ${JSON.stringify(options)}\r\n${lines.map((line) => `${line}\r\n`).join('')}PING\r\n`);
  });
}

/** One request over NATS' text protocol; gives the answer's JSON. */
export async function natsRequest(url: string, login: { user: string; pass: string }, subject: string, body: unknown): Promise<Record<string, unknown>> {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const lines = ['SUB answer.* 1', `PUB ${subject} answer.1 ${Buffer.byteLength(payload)}`, payload];
  const text = await natsTalk(url, login, lines, /H?MSG answer\.1 [\s\S]*\r\n[\s\S]*\r\n$/);
  const json = /\{[\s\S]*\}(?=\r\n)/.exec(text.slice(text.search(/H?MSG answer/)))?.[0];
  return json ? (JSON.parse(json) as Record<string, unknown>) : { text };
}
