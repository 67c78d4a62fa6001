import { Inject, Injectable } from '@nestjs/common';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';

const purposes = { given: 'user_badges.reason', revoked: 'user_badges.revoked_reason' } as const;
/** Which text about an award. */
export type ReasonKind = keyof typeof purposes;

/** Seals and opens what was written about the holder of a badge, under the holder's key. */
@Injectable()
export class Reasons {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  newKey(territory: string, memberId: string): string {
    return this.keyring.createMemberKey({ territory, memberId }).wrapped;
  }

  /** Null for no text, and for a member who was erased. */
  seal(of: { territory: string; memberId: string; wrapped: string | null }, kind: ReasonKind, text: string | null): string | null {
    if (text === null || of.wrapped === null) return null;
    const { territory, memberId, wrapped } = of;
    return sealText(this.keyring.openMemberKey(wrapped, { territory, memberId }), text, { territory, memberId, purpose: purposes[kind] });
  }

  open(of: { territory: string; memberId: string; wrapped: string | null }, kind: ReasonKind, sealed: string | null): string | null {
    if (sealed === null || of.wrapped === null) return null;
    const { territory, memberId, wrapped } = of;
    return openText(this.keyring.openMemberKey(wrapped, { territory, memberId }), sealed, { territory, memberId, purpose: purposes[kind] });
  }
}
