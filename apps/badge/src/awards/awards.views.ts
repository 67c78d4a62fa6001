import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type badge as badges, type RouteAnswer, type RouteInput, type RpcOutput } from '@unityplan/contracts';
import { CLOCK, DB, decodeCursor, People, toPage, type Clock } from '@unityplan/service-kit';
import type { SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { CoursesViews } from '../courses/courses.views.ts';
import type { BadgeDb, BadgeSchema } from '../db/schema.ts';
import { DefinitionsViews } from '../definitions/definitions.views.ts';
import { toAward, toOperatorAward, toShown, unknownSummary } from './awards.mapper.ts';
import type { AwardRow } from './awards.repository.ts';
import { Reasons } from './reasons.service.ts';

type Award = RouteAnswer<typeof badges.createAward>;
type PageQuery = RouteInput<typeof badges.listOwnAwards>['query'];
type Row = AwardRow & { wrapped: string | null };
type Rows = SelectQueryBuilder<BadgeSchema, 'user_badges' | 'badge_member_keys', Row>;
const place = z.tuple([z.uuid()]);
const mostForOperator = 200;

/** Awards as their holders and managers, and others, see them. */
@Injectable()
export class AwardsViews {
  constructor(
    @Inject(DB) private readonly db: BadgeDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionsViews,
    private readonly courses: CoursesViews,
    private readonly people: People,
    private readonly reasons: Reasons,
  ) {}

  async own(territory: string, memberId: string, query: PageQuery): Promise<RouteAnswer<typeof badges.listOwnAwards>> {
    const { rows, ...cursors } = await this.page(territory, `awards of ${memberId}`, query, (all) => all.where('user_badges.member_id', '=', memberId));
    return { items: await this.present(territory, rows), ...cursors };
  }

  async shown(territory: string, memberId: string, query: PageQuery): Promise<RouteAnswer<typeof badges.listMemberBadges>> {
    const { rows, ...cursors } = await this.page(territory, `badges of ${memberId}`, query, (all) => all.where('user_badges.member_id', '=', memberId).where('revoked_at', 'is', null));
    const summaries = await this.definitions.summaries(territory, rows.map(({ badge }) => badge));
    const summaryOf = (key: string) => summaries.get(key) ?? unknownSummary(key);
    return { items: rows.map((row) => toShown(row, { now: this.clock(), summaryOf })), ...cursors };
  }

  /** Throws not_found for a badge that is not defined here. */
  async holders(territory: string, badge: string, query: RouteInput<typeof badges.listHolders>['query']): Promise<RouteAnswer<typeof badges.listHolders>> {
    if (!(await this.definitions.all(territory)).has(badge)) throw new Problem(commonErrors.not_found);
    const now = new Date(this.clock());
    const { rows, ...cursors } = await this.page(territory, `holders ${badge} ${query.state ?? ''}`, query, (all) => {
      const ofBadge = all.where('user_badges.badge', '=', badge);
      if (query.state === 'revoked') return ofBadge.where('revoked_at', 'is not', null);
      if (query.state === 'expired') return ofBadge.where('revoked_at', 'is', null).where('expires_at', '<=', now);
      if (query.state === 'valid') return ofBadge.where('revoked_at', 'is', null).where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]));
      return ofBadge;
    });
    return { items: await this.present(territory, rows), ...cursors };
  }

  /** The newest award of a badge that someone has. */
  async newest(territory: string, memberId: string, badge: string): Promise<Award | null> {
    const row = await this.db.read(territory, (reader) => rowsOf(reader).where('user_badges.member_id', '=', memberId).where('user_badges.badge', '=', badge).orderBy('id', 'desc').limit(1).executeTakeFirst());
    return row ? (await this.present(territory, [row]))[0]! : null;
  }

  /** Throws not_found. */
  async one(territory: string, awardId: string): Promise<Award> {
    return (await this.present(territory, [await this.find(territory, awardId)]))[0]!;
  }

  async find(territory: string, awardId: string): Promise<Row> {
    const row = await this.db.read(territory, (reader) => rowsOf(reader).where('user_badges.id', '=', awardId).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    return row;
  }

  async forOperator(territory: string, memberId: string): Promise<RpcOutput<typeof badges.listAwards>> {
    const rows = await this.db.read(territory, (reader) => rowsOf(reader).where('user_badges.member_id', '=', memberId).orderBy('id', 'desc').limit(mostForOperator).execute());
    return { awards: rows.map((row) => toOperatorAward(row, this.clock())) };
  }

  private async page(territory: string, list: string, query: PageQuery, filter: (rows: Rows) => Rows) {
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(territory, (reader) => {
      let found = filter(rowsOf(reader));
      if (cursor) found = found.where('user_badges.id', backwards ? '>' : '<', cursor.values[0]);
      return found.orderBy('user_badges.id', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    return toPage(list, rows, query.limit, cursor, ({ id }) => [id]);
  }

  private async present(territory: string, rows: readonly Row[]): Promise<Award[]> {
    const keys = rows.map(({ badge }) => badge);
    const [definitions, summaries, personOf, courseOf] = await Promise.all([
      this.definitions.all(territory), this.definitions.summaries(territory, keys), this.people.of(territory, rows.flatMap(({ member_id, by_id }) => (by_id ? [member_id, by_id] : [member_id]))),
      this.courses.links(territory, rows.flatMap(({ course_id }) => course_id ?? [])),
    ]);
    const wrapped = new Map(rows.map((row) => [row.id, row.wrapped]));
    const reasonOf = (row: AwardRow, kind: 'given' | 'revoked') =>
      this.reasons.open({ territory, memberId: row.member_id, wrapped: wrapped.get(row.id)! }, kind, kind === 'given' ? row.reason_sealed : row.revoked_reason_sealed);
    const parts = { now: this.clock(), summaryOf: (key: string) => summaries.get(key) ?? unknownSummary(key), definitionOf: (key: string) => definitions.get(key), personOf, courseOf, reasonOf };
    return rows.map((row) => toAward(row, parts));
  }
}

function rowsOf(reader: Parameters<Parameters<BadgeDb['read']>[1]>[0]): Rows {
  return reader.selectFrom('user_badges').innerJoin('badge_member_keys', 'badge_member_keys.member_id', 'user_badges.member_id').selectAll('user_badges').select('wrapped');
}
