import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, managers, Problem, teachers, type course as courses, type RouteAnswer } from '@unityplan/contracts';
import { DB, LOGGER, Permissions, type CallContext } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import { z } from 'zod';
import type { CourseDb } from '../db/schema.ts';
import { EnrolmentsViews } from '../enrolments/enrolments.views.ts';
import { Versions } from '../versions/versions.views.ts';
import { Catalogue, type CatalogueRow } from './catalogue.views.ts';
import { outlineOf } from './outline.policy.ts';
import { Standings } from './standings.views.ts';

type Page = RouteAnswer<typeof courses.getCourse>;
const courseId = z.uuid();

/** The page of a course. */
@Injectable()
export class CoursePage {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly catalogue: Catalogue,
    private readonly versions: Versions,
    private readonly enrolments: EnrolmentsViews,
    private readonly standings: Standings,
    private readonly permissions: Permissions,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async get(call: CallContext, course: string): Promise<Page> {
    const { territory, member } = call;
    const byId = courseId.safeParse(course).success;
    const row = await this.db.read(territory, (reader) => this.catalogue.rows(reader).where(byId ? 'course.id' : 'course.slug', '=', course).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    const [[summary], mine] = await Promise.all([this.catalogue.present(territory, [row]), member ? this.mine(territory, member.memberId, row) : null]);
    // A learner sees the course as it is where they are; what it gives and asks for is told of that version too.
    const version = await this.versions.get(territory, mine?.enrolment?.version.versionId ?? row.version_id);
    const outline = outlineOf(version);
    const cover = version.course.cover === null ? null : this.versions.picture(territory, version.pictures, version.course.cover);
    return { ...summary!, ...outline, cover, versionId: version.versionId, versionNumber: version.number, publishedAt: version.publishedAt.toISOString(), mine };
  }

  private async mine(territory: string, memberId: string, row: CatalogueRow): Promise<Page['mine']> {
    const enrolled = await this.db.read(territory, (reader) => this.enrolments.row(reader, memberId, row.id));
    const prerequisites = enrolled ? (await this.versions.get(territory, enrolled.version_id)).course.prerequisites : row.summary.prerequisites;
    const [standings, enrolment, may] = await Promise.all([
      this.standings.of(territory, memberId, [{ ...row, summary: { prerequisites } }], enrolled ? [enrolled] : []), enrolled ? this.enrolments.present(territory, enrolled) : null, this.mayChange(territory, memberId, row.author_id),
    ]);
    const unknown = { mayEnrol: false, access: null, enrolled: enrolled?.state ?? null, percent: enrolment?.progress.percent ?? null, completed: (enrolment?.completions ?? 0) > 0 };
    return { ...(standings.get(row.id) ?? unknown), enrolment, ...may };
  }

  private async mayChange(territory: string, memberId: string, authorId: string): Promise<{ mayEdit: boolean; mayArchive: boolean }> {
    if (memberId === authorId) return { mayEdit: true, mayArchive: true };
    try {
      const [edit, archive] = await this.permissions.checkAll(territory, memberId, [teachers, managers]);
      return { mayEdit: edit!.allowed, mayArchive: archive!.allowed };
    } catch (error) {
      this.log.warn({ err: error }, 'the badge service is away; who may change a course is not known');
      return { mayEdit: false, mayArchive: false };
    }
  }
}
