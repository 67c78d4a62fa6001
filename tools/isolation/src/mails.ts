import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in, with its text decoded. */
interface ArrivedMail {
  readonly to: string;
  readonly text: string;
  readonly unsubscribe: string | undefined;
}
export interface Mails {
  readonly url: string;
  readonly inbox: readonly ArrivedMail[];
  close(): Promise<void>;
}

/** A real SMTP server on a free port that keeps what it gets. */
export async function startMails(): Promise<Mails> {
  const inbox: ArrivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
          inbox.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: `${mail.subject}\n${mail.text}\n${mail.html}`, unsubscribe: /unsubscribes\/([\w-]+)>/.exec(header ?? '')?.[1] });
          done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    inbox,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
