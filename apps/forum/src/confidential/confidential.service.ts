import { Inject, Injectable } from '@nestjs/common';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';
import type { ForumReader, ForumTx } from '../db/schema.ts';

/** What is sealed, and where: a value opens nowhere else. */
export type Purpose = 'forum_drafts' | 'forum_flags' | 'forum_appeals';

/** Texts that members wrote in confidence, each sealed under the member's own key. Without the key they are gone. */
@Injectable()
export class Confidential {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  /** Seals a text, making the member's key with the first one. */
  async seal(tx: ForumTx, memberId: string, purpose: Purpose, text: string): Promise<string> {
    const member = { territory: tx.territory, memberId };
    const key = this.keyring.openMemberKey(await this.keyOf(tx, memberId), member);
    return sealText(key, text, { ...member, purpose });
  }

  /** Opens what `seal` made, for the members' keys in `keys`; null when the key is gone. */
  open(territory: string, memberId: string, purpose: Purpose, sealed: string | null, keys: ReadonlyMap<string, string>): string | null {
    const wrapped = keys.get(memberId);
    if (sealed === null || wrapped === undefined) return null;
    const member = { territory, memberId };
    return openText(this.keyring.openMemberKey(wrapped, member), sealed, { ...member, purpose });
  }

  /** The wrapped keys of members. */
  async keys(reader: ForumReader, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (memberIds.length === 0) return new Map();
    const rows = await reader.selectFrom('forum_member_keys').selectAll().where('member_id', 'in', [...new Set(memberIds)]).execute();
    return new Map(rows.map(({ member_id, wrapped }) => [member_id, wrapped]));
  }

  private async keyOf(tx: ForumTx, memberId: string): Promise<string> {
    const known = await this.keys(tx.db, [memberId]);
    if (known.has(memberId)) return known.get(memberId)!;
    const { wrapped } = this.keyring.createMemberKey({ territory: tx.territory, memberId });
    await tx.db.insertInto('forum_member_keys').values({ member_id: memberId, wrapped }).onConflict((conflict) => conflict.doNothing()).execute();
    // Another request may have been first: its key counts.
    return (await this.keys(tx.db, [memberId])).get(memberId)!;
  }
}
