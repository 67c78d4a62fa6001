import { Inject, Injectable } from '@nestjs/common';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';

const purpose = 'accounts.email';

/** E-mail addresses as they are stored: sealed under the member's key, and a blind index to find them again. */
@Injectable()
export class Addresses {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  /** Equal for addresses that differ in case or outer blanks only. Says nothing about the address without the pod's key. */
  indexOf(territory: string, address: string): string {
    return this.keyring.blindIndex(territory, purpose, normalised(address));
  }

  /** Seals an address under a new key of the member. */
  seal(territory: string, memberId: string, address: string): { wrapped: string; sealed: string } {
    const { key, wrapped } = this.keyring.createMemberKey({ territory, memberId });
    return { wrapped, sealed: sealText(key, address.trim(), { territory, memberId, purpose }) };
  }

  open(territory: string, memberId: string, stored: { wrapped: string; email_sealed: string }): string {
    const key = this.keyring.openMemberKey(stored.wrapped, { territory, memberId });
    return openText(key, stored.email_sealed, { territory, memberId, purpose });
  }
}

/** The form in which two addresses are the same. Dots and tags of the local part are the mail provider's business, not ours. */
function normalised(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}
