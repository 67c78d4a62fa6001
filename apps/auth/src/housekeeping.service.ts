import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, LOGGER, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { AuthConfig } from './auth.config.ts';
import { SigningKeys } from './keys/signing-keys.service.ts';
import { LimitsService } from './limits/limits.service.ts';
import { MailTokensService } from './mail-tokens/mail-tokens.service.ts';
import { SessionsService } from './sessions/sessions.service.ts';

const hour = 60 * 60_000;
// A day longer than anything refers to it.
const keepMs = 24 * hour;

/** Signing keys at the start, and every hour: keys again, and what is stale removed. Harmless in several processes at once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  constructor(
    @Inject(CONFIG) private readonly config: AuthConfig,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keys: SigningKeys,
    private readonly sessions: SessionsService,
    private readonly mailTokens: MailTokensService,
    private readonly limits: LimitsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const territory of this.config.territories) await this.keys.rotate(territory);
    this.timer = setInterval(() => void (this.running = this.tidy()), hour);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async tidy(): Promise<void> {
    for (const territory of this.config.territories)
      try {
        await this.keys.rotate(territory);
        for (const part of [this.sessions, this.mailTokens, this.limits]) await part.removeStale(territory, new Date(this.clock() - keepMs));
      } catch (error) {
        this.log.warn({ err: error, territory }, 'housekeeping will be tried again in an hour');
      }
  }
}
