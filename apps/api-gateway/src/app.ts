import { startService, type Clock, type PodResources, type RunningService } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { ApiGatewayConfig } from './api-gateway.config.ts';
import { ApiGatewayModule } from './api-gateway.module.ts';
import type { Mailbox } from './pages/dev-mail.ts';
import { remoteMailbox } from './pages/remote-mailbox.ts';

export { apiGatewayConfig, readApiGatewayConfig, type ApiGatewayConfig } from './api-gateway.config.ts';
export type { Mail, Mailbox, MailSummary } from './pages/dev-mail.ts';

export interface ApiGatewayOptions {
  readonly config: ApiGatewayConfig;
  /** 0 picks a free port. */
  readonly port: number;
  readonly resources?: PodResources;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** What the pod mailed; shown at /dev/mail in development. */
  readonly mailbox?: Mailbox;
}

/** Starts the pod's only door. */
export function startApiGateway({ mailbox, ...options }: ApiGatewayOptions): Promise<RunningService> {
  const { environment, mailboxUrl } = options.config;
  const shown = mailbox ?? (environment === 'development' && mailboxUrl ? remoteMailbox(mailboxUrl) : undefined);
  return startService({ ...options, name: 'api-gateway', module: ApiGatewayModule.with(shown) });
}
