import { Inject, Injectable } from '@nestjs/common';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';
import type { Kept } from './saving.policy.ts';
import type { Mark } from './scoring.policy.ts';

const purpose = 'course_attempts.answers';

/** What a member answered, and after handing in how each answer was marked. */
export interface Sheet {
  readonly kept: Kept;
  readonly marks?: readonly Mark[];
}
interface Owner {
  readonly territory: string;
  readonly memberId: string;
  readonly wrapped: string;
}

/** Seals and opens answer sheets: what someone answers, in free text above all, says something about them. */
@Injectable()
export class SealedAnswers {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  newKey(territory: string, memberId: string): string {
    return this.keyring.createMemberKey({ territory, memberId }).wrapped;
  }

  seal({ territory, memberId, wrapped }: Owner, sheet: Sheet): string {
    return sealText(this.keyring.openMemberKey(wrapped, { territory, memberId }), JSON.stringify(sheet), { territory, memberId, purpose });
  }

  /** Nothing answered yet is an empty sheet. */
  open({ territory, memberId, wrapped }: Owner, sealed: string | null): Sheet {
    if (sealed === null) return { kept: {} };
    return JSON.parse(openText(this.keyring.openMemberKey(wrapped, { territory, memberId }), sealed, { territory, memberId, purpose })) as Sheet;
  }
}
