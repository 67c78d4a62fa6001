import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, parseOptions, verify, type Options } from '@node-rs/argon2';
import { commonErrors, Problem } from '@unityplan/contracts';
import { CONFIG, deriveKey } from '@unityplan/service-kit';
import type { AuthConfig } from '../auth.config.ts';

/** OWASP's parameters of argon2id, which is the library's default algorithm. When they rise, passwords are hashed anew at the next sign-in. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const longestQueue = 200;

/** argon2id with the pod's pepper; at most a few at once, so that a flood of sign-ins cannot take all memory and cores. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly options: Options;
  private readonly slots: number;
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private dummy = '';

  constructor(@Inject(CONFIG) config: AuthConfig) {
    this.options = { ...cost, secret: deriveKey(config.podSecret, 'password pepper') };
    this.slots = config.hashConcurrency;
  }

  async onModuleInit(): Promise<void> {
    this.dummy = await this.hash(randomBytes(24).toString('base64'));
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, this.options));
  }

  /** False for a wrong password. Without a stored hash it does the same work and answers false. */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    const matches = await this.inTurn(() => verify(stored ?? this.dummy, password, { secret: this.options.secret! }));
    return matches && stored !== undefined;
  }

  /** True when the hash was made with lower parameters than today's. */
  isOutdated(stored: string): boolean {
    const made = parseOptions(stored);
    return made.memoryCost < cost.memoryCost || made.timeCost < cost.timeCost || made.parallelism < cost.parallelism;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.slots) {
      if (this.waiting.length >= longestQueue) throw new Problem(commonErrors.service_unavailable);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
