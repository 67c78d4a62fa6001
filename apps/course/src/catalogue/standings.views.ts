import { Inject, Injectable } from '@nestjs/common';
import { everyone, type course as courses, type Gate, type RouteAnswer } from '@unityplan/contracts';
import { DB, LOGGER, Permissions } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import { Badges } from '../badges/badges.views.ts';
import type { CourseDb } from '../db/schema.ts';
import { doneIn, EnrolmentsViews, type EnrolmentRow } from '../enrolments/enrolments.views.ts';
import { standingIn } from '../progress/progress.policy.ts';
import { Versions } from '../versions/versions.views.ts';

type Standing = NonNullable<RouteAnswer<typeof courses.listCourses>['items'][number]['mine']>;
interface Shown { readonly id: string; readonly archived_at: Date | null; readonly summary: { readonly prerequisites: Gate | null } }

/** What stands between a member and the courses of a page. */
@Injectable()
export class Standings {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly enrolments: EnrolmentsViews,
    private readonly versions: Versions,
    private readonly permissions: Permissions,
    private readonly badges: Badges,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * For all courses with one look at the member's badges and one at what they take. `known` are their enrolments, where they were read. Empty while badges
   * cannot be looked up.
   */
  async of(territory: string, memberId: string, rows: readonly Shown[], known?: readonly EnrolmentRow[]): Promise<Map<string, Standing>> {
    if (rows.length === 0) return new Map();
    const gates = rows.map(({ summary }) => summary.prerequisites);
    const taken = await this.taken(territory, known ?? (await this.enrolmentsIn(territory, memberId, rows.map(({ id }) => id))));
    try {
      const verdicts = await this.permissions.checkAll(territory, memberId, gates.map((gate) => gate ?? everyone));
      const explained = await this.badges.explained(territory, verdicts);
      return new Map(rows.map(({ id, archived_at }, i) => [id, { mayEnrol: !archived_at && explained[i]!.allowed, access: gates[i] ? explained[i]! : null, ...(taken.get(id) ?? notTaken) }]));
    } catch (error) {
      this.log.warn({ err: error }, 'the badge service is away; courses are listed without who may begin them');
      return new Map();
    }
  }

  private enrolmentsIn(territory: string, memberId: string, courseIds: readonly string[]): Promise<EnrolmentRow[]> {
    return this.db.read(territory, (reader) => this.enrolments.rows(reader, memberId).where('enrolment.course_id', 'in', courseIds).execute());
  }

  private async taken(territory: string, rows: readonly EnrolmentRow[]): Promise<Map<string, Pick<Standing, 'enrolled' | 'percent' | 'completed'>>> {
    const versions = await this.versions.load(territory, rows.map(({ version_id }) => version_id));
    return new Map(rows.map((row) => [row.course_id, { enrolled: row.state, percent: standingIn(versions.get(row.version_id)!, doneIn(row)).percent, completed: row.completions > 0 }]));
  }
}

const notTaken = { enrolled: null, percent: null, completed: false } as const;
