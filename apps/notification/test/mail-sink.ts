import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the sink says to the next mails, in turn; `accept` when nothing is planned. `drop` cuts the line after the whole mail has arrived; `after` accepts it late. */
type Answer = 'accept' | 'drop' | { code: number } | { after: Promise<void> };

/** A mail as it arrived, with its headers by lower-case name. */
interface Arrived {
  readonly to: string[];
  readonly raw: string;
  readonly mail: Email;
  header(name: string): string | undefined;
}

export interface MailSink {
  readonly url: string;
  /** Accepted mails, oldest first. */
  readonly inbox: Arrived[];
  /** Mails that came in whole, accepted or not. */
  readonly attempts: Arrived[];
  plan(...answers: Answer[]): void;
  /** Greets the next connections with this code, in turn. */
  greet(...codes: number[]): void;
  /** How many connections there have been. */
  connections(): number;
  /** Ends all connections, as a mail server does with idle ones. */
  hangUp(): void;
  close(): Promise<void>;
}

/** A real SMTP server on a free port that keeps what it gets and misbehaves on demand. */
export async function startMailSink(): Promise<MailSink> {
  const inbox: Arrived[] = [];
  const attempts: Arrived[] = [];
  const planned: Answer[] = [];
  const greetings: number[] = [];
  let connections = 0;
  const cut = (): void => (server.connections as Set<{ _socket: { destroy(): void } }>).forEach((connection) => connection._socket.destroy());
  const server = new SMTPServer({
    authOptional: true,
    onConnect(_session, done) {
      connections += 1;
      const responseCode = greetings.shift();
      done(responseCode ? Object.assign(new Error('no service here'), { responseCode }) : undefined);
    },
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void receive(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo.map(({ address }) => address), done));
    },
  });
  const receive = async (raw: string, to: string[], done: (error?: Error) => void) => {
    const mail = await PostalMime.parse(raw);
    const arrived = { to, raw, mail, header: (name: string) => mail.headers.find(({ key }) => key === name.toLowerCase())?.value };
    attempts.push(arrived);
    const answer = planned.shift() ?? 'accept';
    if (answer === 'drop') return cut();
    if (answer !== 'accept' && 'code' in answer) return done(Object.assign(new Error('not now'), { responseCode: answer.code }));
    if (answer !== 'accept') await answer.after;
    inbox.push(arrived);
    done();
  };
  // A client that is killed ends its line in the middle.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    inbox,
    attempts,
    plan: (...answers) => void planned.push(...answers),
    greet: (...codes) => void greetings.push(...codes),
    connections: () => connections,
    hangUp: cut,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
