import { Inject, Injectable } from '@nestjs/common';
import { auth, Problem } from '@unityplan/contracts';
import { REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { PasswordHasher } from './password-hasher.service.ts';
import { isGuessable } from './passwords.policy.ts';

/** Takes new passwords. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly hasher: PasswordHasher,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {}

  /** The hash of a new password. Throws `password_weak` when it is easy to guess, also from the address or the territory's name. */
  accept(password: string, territory: string, address: string): Promise<string> {
    const { id, names } = this.registry.require(territory);
    const context = ['unityplan', id, names.en, names.da, names.own ?? '', address.slice(0, address.lastIndexOf('@'))];
    if (isGuessable(password, context)) throw new Problem(auth.authErrors.password_weak);
    return this.hasher.hash(password);
  }
}
