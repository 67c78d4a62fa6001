import { Inject, Injectable } from '@nestjs/common';
import { Problem, user, type PayloadOf, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, REGISTRY, type Clock, type MemberContext } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { Updateable } from 'kysely';
import type { ProfilesTable, StoredProfile, UserDb, UserTx } from '../db/schema.ts';
import { AvatarsService } from '../avatars/avatars.service.ts';
import { isReserved, randomHandle } from './handles.policy.ts';
import { toOwnProfile } from './profiles.mapper.ts';
import { ProfilesRepository } from './profiles.repository.ts';
import { SealedProfiles } from './sealed-profiles.ts';
import { timeZoneOf } from '../time-zones.ts';


type Changes = RouteInput<typeof user.updateOwnProfile>['body'];
type Field = PayloadOf<typeof user.profileUpdated>['fields'][number];

const attempts = 8;

@Injectable()
export class ProfilesService {
  constructor(
    @Inject(DB) private readonly db: UserDb,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly repository: ProfilesRepository,
    private readonly sealed: SealedProfiles,
    private readonly outbox: Outbox,
    private readonly avatars: AvatarsService,
  ) {}

  /** The profile of a new member: a random handle, no name yet, the language of the registration. Once per member. */
  async create(tx: UserTx, memberId: string, language: 'en' | 'da'): Promise<void> {
    if (await this.repository.byMember(tx, memberId)) return;
    const now = new Date(this.clock());
    const times = { created_at: now, updated_at: now, time_zone: timeZoneOf(this.registry.require(tx.territory).geographicCountries[0]) };
    const wrapped = this.sealed.newKey(tx.territory, memberId);
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const profile = { member_id: memberId, handle: randomHandle(), display_name_sealed: null, about_sealed: null, avatar_file_id: null, language, ...times };
      if (await this.repository.insert(tx, profile, wrapped)) return void (await this.outbox.publish(tx, user.profileCreated, { memberId }));
    }
    throw new Error(`no free handle in ${attempts} attempts`);
  }

  /** Changes the named fields. Throws `handle_taken`, also when another member is a moment faster, and why a file may not be the picture. */
  async update(changes: Changes, call: MemberContext) {
    const { memberId } = call.member;
    if (changes.avatarFileId) await this.avatars.keep(call.territory, memberId, changes.avatarFileId);
    try {
      const after = await this.db.transact(call.territory, (tx) => this.change(tx, memberId, changes));
      return toOwnProfile(after, this.sealed.open(call.territory, after), this.avatars.of(call.territory, after));
    } catch (error) {
      if (isHandleConflict(error)) throw taken(changes.handle);
      throw error;
    }
  }

  private async change(tx: UserTx, memberId: string, changes: Changes) {
    const before = await this.repository.byMember(tx, memberId);
    if (!before) throw new Problem(user.userErrors.profile_not_ready);
    if (changes.handle !== undefined && changes.handle !== before.handle && isReserved(changes.handle)) throw taken(changes.handle);
    const { row, fields } = this.difference(tx.territory, before, changes);
    const after = { ...before, ...row };
    if (fields.length) {
      await this.repository.update(tx, memberId, { ...row, updated_at: new Date(this.clock()) });
      await this.outbox.publish(tx, user.profileUpdated, { memberId, fields });
    }
    return after;
  }

  private difference(territory: string, before: StoredProfile, changes: Changes) {
    const open = this.sealed.open(territory, before);
    const row: Updateable<ProfilesTable> = {};
    const fields: Field[] = [];
    const take = (field: Field, now: string | undefined, was: string | null, column: keyof ProfilesTable, sealed?: 'displayName' | 'about') => {
      if (now === undefined || now === was) return;
      fields.push(field);
      Object.assign(row, { [column]: sealed ? this.sealed.seal(territory, before, sealed, now) : now });
    };
    take('handle', changes.handle, before.handle, 'handle');
    take('display_name', changes.displayName, open.displayName, 'display_name_sealed', 'displayName');
    take('about', changes.about, open.about, 'about_sealed', 'about');
    take('language', changes.language, before.language, 'language');
    take('time_zone', changes.timeZone, before.time_zone, 'time_zone');
    if (changes.avatarFileId !== undefined && changes.avatarFileId !== before.avatar_file_id) {
      fields.push('avatar');
      row.avatar_file_id = changes.avatarFileId;
    }
    return { row: row as Partial<ProfilesTable>, fields };
  }
}

function taken(handle: string | undefined): Problem {
  return new Problem(user.userErrors.handle_taken, { handle });
}

function isHandleConflict(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'user_profiles_handle_key';
}
