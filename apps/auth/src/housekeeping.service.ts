import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, LOGGER, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { AuthConfig } from './auth.config.ts';
import type { AuthDb } from './db/schema.ts';
import { SigningKeys } from './keys/signing-keys.ts';
import { LimitsRepository } from './limits/limits.repository.ts';
import { MailTokensRepository } from './mail-tokens/mail-tokens.repository.ts';
import { SessionsRepository } from './sessions/sessions.repository.ts';

const hour = 60 * 60_000;
const keepMs = 24 * hour;

/** What is stale goes with the first tidying a day later. */
@Injectable()
export class Leftovers {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sessions: SessionsRepository,
    private readonly mailTokens: MailTokensRepository,
    private readonly attempts: LimitsRepository,
  ) {}

  async remove(territory: string): Promise<void> {
    const before = new Date(this.clock() - keepMs);
    await this.db.transact(territory, async (tx) => {
      await this.sessions.deleteOver(tx, before);
      await this.mailTokens.deleteExpired(tx, before);
      await this.attempts.deleteOlder(tx, before);
    });
  }
}

/** Signing keys at the start, and every hour: keys again, and what is stale removed. Harmless in several processes at once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  constructor(
    @Inject(CONFIG) private readonly config: AuthConfig,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly keys: SigningKeys,
    private readonly leftovers: Leftovers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const territory of this.config.territories) await this.keys.rotate(territory);
    this.timer = setInterval(() => (this.running = this.tidy()), hour);
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
        await this.leftovers.remove(territory);
      } catch (error) {
        this.log.warn({ err: error, territory }, 'housekeeping will be tried again in an hour');
      }
  }
}
