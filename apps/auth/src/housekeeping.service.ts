import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, LOGGER, REGISTRY, Upkeep, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { AuthConfig } from './auth.config.ts';
import { SigningKeys } from './keys/signing-keys.service.ts';
import { LimitsService } from './limits/limits.service.ts';
import { MailTokensService } from './mail-tokens/mail-tokens.service.ts';
import { SessionsService } from './sessions/sessions.service.ts';

const hour = 60 * 60_000;
const startMs = 3_000;
// A day longer than anything refers to it.
const keepMs = 24 * hour;

/** Signing keys at the start and for each territory that opens, and every hour: keys again, and what is stale removed. Harmless in several processes at once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private stopFollowing = () => undefined as void;
  constructor(
    @Inject(CONFIG) private readonly config: AuthConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keys: SigningKeys,
    private readonly sessions: SessionsService,
    private readonly mailTokens: MailTokensService,
    private readonly limits: LimitsService,
    upkeep: Upkeep,
  ) {
    upkeep.add({ everyMs: hour, failed: 'housekeeping will be tried again in an hour', work: (territory) => this.tidy(territory) });
  }

  async onApplicationBootstrap(): Promise<void> {
    const isServed = (id: string) => this.registry.served(this.config.podId).some((one) => one.id === id);
    this.stopFollowing = this.registry.onChange((changes) => {
      for (const { id } of changes) if (isServed(id)) void this.prepare(id);
    });
    this.running = this.prepareAll();
    await Promise.race([this.running, wait(startMs, undefined, { ref: false })]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.stopFollowing();
    await this.running;
  }

  /** A start waits for it, but not for long: 250 territories take their time, and whoever signs in meanwhile has theirs made at once. */
  private async prepareAll(): Promise<void> {
    for (const { id } of this.registry.served(this.config.podId)) if (!this.stopped) await this.prepare(id);
  }

  /** Published before anyone signs in, so that other services need not look for the key when the first token comes. */
  private async prepare(territory: string): Promise<void> {
    await this.keys.rotate(territory).catch((error: unknown) => this.log.warn({ err: error, territory }, 'signing keys will be made with the first sign-in'));
  }

  private async tidy(territory: string): Promise<void> {
    await this.keys.rotate(territory);
    for (const part of [this.sessions, this.mailTokens, this.limits]) await part.removeStale(territory, new Date(this.clock() - keepMs));
  }
}
