import { readFileSync, renameSync } from 'node:fs';
import { get } from 'node:http';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

/** A pod's address and state folder. */
export interface PodUnderTest {
  readonly port: number;
  readonly state: string;
  /** The territory of a pod that is meant, where it has several. Default `dk`. */
  readonly slug?: string;
}

/** The pod of all journeys. A journey that needs one of its own starts it with `runPod`. */
export const pod: PodUnderTest = { port: Number(process.env['E2E_PORT']), state: process.env['E2E_STATE']! };

/** Where people reach a territory of a pod. */
export function urlOf(of: PodUnderTest = pod): string {
  return `http://${hostOf(of)}`;
}

/** The host of a territory, with its port. */
export const hostOf = ({ port, slug = 'dk' }: PodUnderTest): string => `${slug}.localhost:${port}`;

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Node's resolver may not know `*.localhost`, so the address is given and the host only named. */
function mailbox<T>(of: PodUnderTest, path: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port: of.port, path: `/dev/mail/api${path}`, headers: { host: hostOf(of) } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as T);
        else reject(new Error(`/dev/mail/api${path} answered ${answer.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}

/** All mails to this address that the mailbox shows, the newest first. */
export async function mailsTo(address: string, of: PodUnderTest = pod): Promise<Mail[]> {
  return (await mailbox<{ items: Mail[] }>(of, '')).items.filter((item) => item.to.includes(address));
}

/** Waits for a mail to this address whose subject or text matches; the newest wins. */
export async function mailTo(address: string, pattern: RegExp, { of = pod, patienceMs = 15_000 } = {}): Promise<Mail> {
  const until = Date.now() + patienceMs;
  const seen = new Map<string, Mail>();
  for (;;) {
    // The door may be away for a moment.
    for (const { id } of await mailsTo(address, of).catch(() => [])) {
      if (!seen.has(id)) seen.set(id, await mailbox<Mail>(of, `/${id}`));
      const mail = seen.get(id)!;
      if (pattern.test(mail.subject) || pattern.test(mail.text)) return mail;
    }
    if (Date.now() > until) throw new Error(`No mail to ${address} matches ${String(pattern)}; there are: ${[...seen.values()].map((mail) => mail.subject).join('; ') || 'none'}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The link of a mail that leads to this path. */
export function linkIn(mail: Mail, path: string): string {
  const link = new RegExp(`https?://\\S*${path}\\S*`).exec(mail.text)?.[0];
  if (!link) throw new Error(`The mail has no link to ${path}:\n${mail.text}`);
  return link;
}

/** Kills a server of a pod as a crash would; NATS also loses its store. The runner starts it again. */
export function crashServer({ state }: PodUnderTest, server: 'nats' | 'redis'): void {
  const record = JSON.parse(readFileSync(join(state, server, 'server.pid.json'), 'utf8')) as { pid: number };
  if (server === 'nats') renameSync(join(state, 'nats', 'jetstream'), join(state, 'nats', `lost-${Date.now()}`));
  process.kill(record.pid, 'SIGKILL');
}

/** A wire between a browser and a pod that can be cut, like the lid of a laptop. */
export async function openWire({ port: podPort }: PodUnderTest): Promise<{ url: string; cut(): void; mend(): void; close(): Promise<void> }> {
  let whole = true;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    if (!whole) return void client.destroy();
    const upstream = createConnection(podPort, '127.0.0.1');
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://dk.localhost:${port}`,
    cut,
    mend: () => void (whole = true),
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
