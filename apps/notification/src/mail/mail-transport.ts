import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG } from '@unityplan/service-kit';
import { createTransport } from 'nodemailer';
import type { Attempt } from '../jobs/attempts.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { SmtpLine, type Envelope } from './smtp-line.ts';
import { outcomeOf, wasDeadLine, type SmtpFailure } from './smtp.policy.ts';

/** A mail as it leaves. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** The message that begins the conversation, for mail programs that show threads. */
  readonly thread?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A line without work is kept this long; mail servers close theirs after minutes. */
const keepMs = 10_000;
/** Some servers want a new line now and then. */
const mailsPerLine = 100;

interface Kept {
  readonly line: SmtpLine;
  mails: number;
  timer?: NodeJS.Timeout;
}

/** The only place that speaks SMTP. Lines are kept between mails and belong to one mail at a time. */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true, newline: 'windows' });
  private readonly free: Kept[] = [];

  constructor(@Inject(CONFIG) private readonly config: NotificationConfig) {}

  onModuleDestroy(): void {
    for (const kept of this.free.splice(0)) this.end(kept);
  }

  async send(letter: Letter): Promise<Attempt> {
    let mail: { envelope: Envelope; message: Buffer };
    try {
      mail = await this.compose(letter);
    } catch (error) {
      return { outcome: 'failed', note: `could not be composed: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}` };
    }
    for (;;) {
      const kept = this.take();
      const { line } = kept;
      try {
        if (!line.open && !line.reused) await line.connect();
        await line.send(mail.envelope, mail.message);
        this.keep(kept);
        return { outcome: 'sent' };
      } catch (failure) {
        line.close();
        if (!wasDeadLine(failure as SmtpFailure, line)) return outcomeOf(failure as SmtpFailure, line);
      }
    }
  }

  private async compose({ to, subject, text, html, messageId, thread, headers }: Letter): Promise<{ envelope: Envelope; message: Buffer }> {
    const { envelope, message } = await this.composer.sendMail({
      from: this.config.mailFrom,
      // As an address, so that nothing in it can be read as several.
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId,
      ...(thread ? { inReplyTo: thread, references: thread } : {}),
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    });
    return { envelope: { from: String(envelope.from), to: envelope.to }, message: message as Buffer };
  }

  /** The line that was free last, or a new one. */
  private take(): Kept {
    for (let kept = this.free.pop(); kept; kept = this.free.pop()) {
      clearTimeout(kept.timer);
      if (kept.line.open) return kept;
      kept.line.close();
    }
    return { line: new SmtpLine(this.config.smtpUrl), mails: 0 };
  }

  private keep(kept: Kept): void {
    kept.mails += 1;
    if (!kept.line.open || kept.mails >= mailsPerLine) return this.end(kept);
    kept.timer = setTimeout(() => {
      this.free.splice(this.free.indexOf(kept), 1);
      this.end(kept);
    }, keepMs);
    kept.timer.unref();
    this.free.push(kept);
  }

  private end(kept: Kept): void {
    clearTimeout(kept.timer);
    kept.line.close();
  }
}
