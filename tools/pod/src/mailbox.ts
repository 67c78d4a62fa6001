import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** A mail as the development mailbox shows it. */
interface KeptMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Mailbox {
  readonly smtpUrl: string;
  /** `GET /` lists, `GET /<id>` shows; JSON, loopback only. */
  readonly url: string;
  close(): Promise<void>;
}

/** A real SMTP server that keeps every mail in a folder instead of delivering it; development only. */
export async function openMailbox(folder: string): Promise<Mailbox> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let count = readdirSync(folder).length;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        writeFileSync(join(folder, `${String(++count).padStart(6, '0')}.eml`), Buffer.concat(parts));
        done();
      });
    },
  });
  const http = createServer((request, reply) => {
    void answer(folder, request.url ?? '/').then((found) => {
      reply.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? null));
    });
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server as unknown as Server)}`,
    url: `http://127.0.0.1:${portOf(http)}`,
    close: async () => {
      http.closeAllConnections();
      await Promise.all([new Promise<void>((resolve) => smtp.close(resolve)), new Promise<void>((resolve) => void http.close(() => resolve()))]);
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function answer(folder: string, path: string): Promise<KeptMail | KeptMail[] | undefined> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml')).sort().reverse();
  if (path === '/') return Promise.all(names.slice(0, 50).map((name) => read(folder, name)));
  const wanted = names.find((name) => name === `${path.slice(1)}.eml`);
  return wanted === undefined ? undefined : read(folder, wanted);
}

async function read(folder: string, name: string): Promise<KeptMail> {
  const mail = await PostalMime.parse(readFileSync(join(folder, name)));
  return {
    id: name.replace('.eml', ''),
    at: statSync(join(folder, name)).mtime.toISOString(),
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map((address) => address.address ?? '').join(', '),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
  };
}
