import { Inject, Injectable } from '@nestjs/common';
import { files, Problem, user, type Avatar } from '@unityplan/contracts';
import { Outbox, RpcClient } from '@unityplan/messaging';
import { CLOCK, FileLinks, type Clock } from '@unityplan/service-kit';
import type { UserTx } from '../db/schema.ts';
import { AvatarsRepository } from './avatars.repository.ts';

/** Keeps the files that profiles show as pictures, and lets go of those they no longer show. */
@Injectable()
export class AvatarsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly rpc: RpcClient,
    private readonly outbox: Outbox,
    private readonly repository: AvatarsRepository,
    private readonly links: FileLinks,
  ) {}

  /** Where a member's picture is shown from; null without one. */
  of(territory: string, profile: { readonly avatar_file_id: string | null }): Avatar | null {
    return profile.avatar_file_id === null ? null : this.links.avatar(territory, profile.avatar_file_id);
  }

  /** Before a profile names a file: it must be the member's own and ready. Throws why it may not be used, or service_unavailable. */
  async keep(territory: string, memberId: string, fileId: string): Promise<void> {
    await this.rpc.call(files.attachFiles, territory, { fileIds: [fileId], ownerId: memberId, purpose: 'avatar', use: useOf(memberId) });
  }

  /**
   * After the profile has changed: keeps what it names now and releases the rest, however often it is told. So it does not matter
   * where the change before was cut off. A file that may not be used any more is taken from the profile.
   */
  async settle(tx: UserTx, memberId: string): Promise<void> {
    const fileId = await this.repository.current(tx, memberId);
    const kept = fileId !== null && (await this.mayKeep(tx.territory, memberId, fileId));
    await this.rpc.call(files.releaseFiles, tx.territory, { use: useOf(memberId), keep: kept ? [fileId] : [] });
    if (fileId !== null && !kept) await this.clear(tx, memberId, fileId);
  }

  /** The file is no more. */
  async clear(tx: UserTx, memberId: string, fileId: string): Promise<void> {
    if (await this.repository.clear(tx, memberId, fileId, new Date(this.clock()))) await this.outbox.publish(tx, user.profileUpdated, { memberId, fields: ['avatar'] });
  }

  private async mayKeep(territory: string, memberId: string, fileId: string): Promise<boolean> {
    try {
      await this.keep(territory, memberId, fileId);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.contract.status < 500) return false;
      throw error;
    }
  }
}

/** The name under which a member's profile uses files. */
function useOf(memberId: string): string {
  return `avatar:${memberId}`;
}
