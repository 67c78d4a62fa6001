import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type course as courses, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, People, toPage, type MemberContext } from '@unityplan/service-kit';
import { z } from 'zod';
import { differenceOf } from '../content/difference.ts';
import { documentOf } from '../content/manifest.ts';
import type { CourseDb, CourseReader } from '../db/schema.ts';
import { Authors } from '../drafts/authors.service.ts';
import { authorOf } from '../catalogue/author.policy.ts';
import { Versions } from './versions.views.ts';

type Version = RouteAnswer<typeof courses.publishCourse>;
const place = z.tuple([z.int().min(0).max(2_147_483_647)]);

/** Versions as authors see them. */
@Injectable()
export class VersionsList {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly authors: Authors,
    private readonly versions: Versions,
    private readonly people: People,
  ) {}

  async page(call: MemberContext, courseId: string, query: RouteInput<typeof courses.listVersions>['query']): Promise<RouteAnswer<typeof courses.listVersions>> {
    await this.authors.require(call, courseId);
    const list = `versions ${courseId}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(call.territory, (reader) => {
      let found = this.rows(reader, courseId);
      if (cursor) found = found.where('version.number', backwards ? '>' : '<', cursor.values[0]);
      return found.orderBy('version.number', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.number]);
    return { items: await this.present(call.territory, page.rows), next: page.next, previous: page.previous };
  }

  async get(territory: string, courseId: string, versionId: string): Promise<Version> {
    const row = await this.db.read(territory, (reader) => this.rows(reader, courseId).where('version.id', '=', versionId).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    return (await this.present(territory, [row]))[0]!;
  }

  /** A version with its document and keys, for those who may edit the course. */
  async whole(call: MemberContext, courseId: string, versionId: string): Promise<RouteAnswer<typeof courses.getVersion>> {
    await this.authors.require(call, courseId);
    const version = await this.get(call.territory, courseId, versionId);
    return { ...version, document: documentOf(await this.versions.get(call.territory, versionId)) };
  }

  private rows(reader: CourseReader, courseId: string) {
    return reader
      .selectFrom('course_versions as version')
      .select(['version.id', 'version.number'])
      .select((eb) => [
        eb.selectFrom('course_versions as before').select('before.id').whereRef('before.course_id', '=', 'version.course_id').whereRef('before.number', '<', 'version.number').orderBy('before.number', 'desc').limit(1).as('before_id'),
        eb.selectFrom('course_enrolments as enrolment').select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count')).whereRef('enrolment.version_id', '=', 'version.id').where('enrolment.state', '=', 'active').as('learners'),
      ])
      .where('version.course_id', '=', courseId);
  }

  private async present(territory: string, rows: readonly { id: string; before_id: string | null; learners: number | null }[]): Promise<Version[]> {
    const versions = await this.versions.load(territory, rows.flatMap(({ id, before_id }) => (before_id ? [id, before_id] : [id])));
    const personOf = await this.people.of(territory, rows.map(({ id }) => versions.get(id)!.publishedBy));
    return rows.map(({ id, before_id, learners }) => {
      const { number, cid, keyHash, publishedAt, publishedBy, note, ...version } = versions.get(id)!;
      const difference = before_id ? differenceOf(versions.get(before_id)!, version) : null;
      return { versionId: id, number, cid, keyHash, note, publishedAt: publishedAt.toISOString(), publishedBy: authorOf(publishedBy, personOf), learners: learners ?? 0, difference };
    });
  }
}
