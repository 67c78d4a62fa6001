import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpFailure } from './smtp.policy.ts';

export interface Envelope {
  readonly from: string;
  readonly to: string[];
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * One connection to the mail server that is ready for a mail, sends one, and is ready again. What it knows for certain is whether a mail
 * had begun to leave when something broke: nodemailer's own pool would repeat it and not tell.
 */
export class SmtpLine {
  /** It carried a mail before. */
  reused = false;
  /** The mail in hand had begun to leave. */
  handedOver = false;
  open = false;
  /** The server had greeted, and taken the sign-in: it was ready for a mail. */
  connected = false;
  private readonly connection: SMTPConnection;
  private readonly auth: { user?: string | undefined; pass?: string | undefined } | undefined;

  constructor(url: string) {
    const { auth, ...options } = parseConnectionUrl(url);
    this.auth = typeof auth === 'object' ? auth : undefined;
    this.connection = new SMTPConnection({ ...options, ...timeouts } as ConstructorParameters<typeof SMTPConnection>[0]);
    // Whoever waits for an answer gets the error as well; a line that ends while nobody waits is just not open any more.
    this.connection.on('error', () => (this.open = false));
    this.connection.on('end', () => (this.open = false));
  }

  /** Throws an SmtpFailure. */
  async connect(): Promise<void> {
    await this.ask((done) => this.connection.connect(done));
    const { auth } = this;
    if (auth) await this.ask((done) => this.connection.login(auth, done));
    this.open = this.connected = true;
  }

  /** Resolves when the server has taken the mail. Throws an SmtpFailure; then the line is closed. */
  async send(envelope: Envelope, mail: Buffer): Promise<void> {
    this.handedOver = false;
    const leave = (): void => void (this.handedOver = true);
    const leaving = new Readable({
      read() {
        leave();
        this.push(mail);
        this.push(null);
      },
    });
    try {
      await this.ask((done) => this.connection.send({ from: envelope.from, to: envelope.to }, leaving, done));
      this.reused = true;
    } catch (failure) {
      this.close();
      throw failure;
    }
  }

  /** Says goodbye when there is someone to say it to. */
  close(): void {
    if (this.open && !this.handedOver) this.connection.quit();
    this.open = false;
    this.connection.close();
  }

  /** One step of the dialogue. nodemailer reports some errors by its event alone. */
  private ask(step: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const failed = (error: Error): void => reject(error as Error & SmtpFailure);
      this.connection.once('error', failed);
      step((error) => {
        this.connection.removeListener('error', failed);
        if (error) failed(error);
        else resolve();
      });
    });
  }
}
