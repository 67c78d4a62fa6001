import { Inject, Injectable } from '@nestjs/common';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring, type SealKey } from '@unityplan/territory';
import type { StoredProfile } from '../db/schema.ts';

/** Sealed columns of a profile, by the name of their clear value. */
const purposes = { displayName: 'user_profiles.display_name', about: 'user_profiles.about' } as const;

export interface OpenProfile {
  readonly displayName: string | null;
  readonly about: string;
}

/** Seals and opens what a member wrote about themselves. */
@Injectable()
export class SealedProfiles {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  newKey(territory: string, memberId: string): string {
    return this.keyring.createMemberKey({ territory, memberId }).wrapped;
  }

  seal(territory: string, profile: Pick<StoredProfile, 'member_id' | 'wrapped'>, field: keyof typeof purposes, text: string): string {
    return sealText(this.key(territory, profile), text, { territory, memberId: profile.member_id, purpose: purposes[field] });
  }

  open(territory: string, profile: Pick<StoredProfile, 'member_id' | 'wrapped' | 'display_name_sealed' | 'about_sealed'>): OpenProfile {
    const { member_id: memberId, display_name_sealed, about_sealed } = profile;
    if (display_name_sealed === null && about_sealed === null) return { displayName: null, about: '' };
    const key = this.key(territory, profile);
    const opened = (field: keyof typeof purposes, sealed: string | null) =>
      sealed === null ? null : openText(key, sealed, { territory, memberId, purpose: purposes[field] });
    return { displayName: opened('displayName', display_name_sealed), about: opened('about', about_sealed) ?? '' };
  }

  private key(territory: string, profile: Pick<StoredProfile, 'member_id' | 'wrapped'>): SealKey {
    return this.keyring.openMemberKey(profile.wrapped, { territory, memberId: profile.member_id });
  }
}
