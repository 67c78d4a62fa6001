import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG } from '@unityplan/service-kit';
import { createTransport, type Transporter } from 'nodemailer';
import type { NotificationConfig } from '../notification.config.ts';
import { outcomeOf, type Handover } from './mail.policy.ts';

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

/** The only place that speaks SMTP. A connection per mail: a pool would repeat lost ones by itself, and we would not know. */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly transporter: Transporter;

  constructor(@Inject(CONFIG) private readonly config: NotificationConfig) {
    this.transporter = createTransport({
      url: config.smtpUrl,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onModuleDestroy(): void {
    this.transporter.close();
  }

  async send({ to, subject, text, html, messageId, thread, headers }: Letter): Promise<Handover> {
    try {
      await this.transporter.sendMail({
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
      return { outcome: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}
