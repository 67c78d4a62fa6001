import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, user, type Avatar } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import { AvatarsService } from '../avatars/avatars.service.ts';
import type { StoredProfile, UserDb } from '../db/schema.ts';
import { toOwnProfile, toPublicProfile } from './profiles.mapper.ts';
import { SealedProfiles } from './sealed-profiles.ts';

/** Someone as others see them. */
export interface Person {
  readonly memberId: string;
  readonly handle: string;
  readonly displayName: string | null;
  readonly avatar: Avatar | null;
}

@Injectable()
export class ProfilesViews {
  constructor(
    @Inject(DB) private readonly db: UserDb,
    private readonly sealed: SealedProfiles,
    private readonly avatars: AvatarsService,
  ) {}

  /** Throws `profile_not_ready` in the moment between verification and the profile. */
  async own(territory: string, memberId: string) {
    const row = await this.one(territory, 'user_profiles.member_id', memberId);
    if (!row) throw new Problem(user.userErrors.profile_not_ready);
    return toOwnProfile(row, this.sealed.open(territory, row), this.avatars.of(territory, row));
  }

  async byHandle(territory: string, handle: string) {
    const row = await this.one(territory, 'user_profiles.handle', handle);
    if (!row) throw new Problem(commonErrors.not_found);
    return toPublicProfile(row, this.sealed.open(territory, row), this.avatars.of(territory, row));
  }

  async people(territory: string, memberIds: readonly string[]): Promise<Person[]> {
    if (!memberIds.length) return [];
    const rows = await this.db.read(territory, (reader) => profiles(reader).where('user_profiles.member_id', 'in', memberIds).execute());
    return rows.map((row) => this.person(territory, row));
  }

  async startingWith(territory: string, prefix: string, limit: number): Promise<Person[]> {
    const pattern = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.db.read(territory, (reader) => profiles(reader).where('handle', 'like', pattern).orderBy('handle').limit(limit).execute());
    return rows.map((row) => this.person(territory, row));
  }

  async membersOf(territory: string, handles: readonly string[]): Promise<{ handle: string; memberId: string }[]> {
    if (!handles.length) return [];
    const wanted = [...new Set(handles.map((handle) => handle.toLowerCase()))];
    const rows = await this.db.read(territory, (reader) => reader.selectFrom('user_profiles').select(['handle', 'member_id']).where('handle', 'in', wanted).execute());
    return rows.map(({ handle, member_id }) => ({ handle, memberId: member_id }));
  }

  async locale(territory: string, memberId: string) {
    const row = await this.one(territory, 'user_profiles.member_id', memberId);
    return row && { language: row.language, timeZone: row.time_zone, handle: row.handle, displayName: this.sealed.open(territory, row).displayName };
  }

  private one(territory: string, column: 'user_profiles.member_id' | 'user_profiles.handle', value: string): Promise<StoredProfile | undefined> {
    return this.db.read(territory, (reader) => profiles(reader).where(column, '=', value).executeTakeFirst());
  }

  private person(territory: string, row: StoredProfile): Person {
    return { memberId: row.member_id, handle: row.handle, displayName: this.sealed.open(territory, row).displayName, avatar: this.avatars.of(territory, row) };
  }
}

function profiles(reader: Parameters<Parameters<UserDb['read']>[1]>[0]) {
  return reader
    .selectFrom('user_profiles')
    .innerJoin('user_member_keys', 'user_member_keys.member_id', 'user_profiles.member_id')
    .selectAll('user_profiles')
    .select('wrapped');
}
