import { Injectable } from '@nestjs/common';
import type { course as courses, RouteAnswer, RouteInput } from '@unityplan/contracts';
import { People, type MemberContext } from '@unityplan/service-kit';
import { splitKey } from '../content/course-content.ts';
import { differenceOf } from '../content/difference.ts';
import { documentAdvice } from '../content/document-faults.ts';
import { told } from '../content/fault-texts.ts';
import { contentIdsOf } from '../content/manifest.ts';
import { Authors } from '../drafts/authors.service.ts';
import { draftChanged } from '../drafts/conflict.policy.ts';
import { DraftsViews } from '../drafts/drafts.views.ts';
import { Checks } from './checks.service.ts';
import { VersionsList } from './versions-list.views.ts';
import { VersionsService } from './versions.service.ts';
import { Versions } from './versions.views.ts';

/** Publishing as authors do it, from the draft that is on their screen. */
@Injectable()
export class Publishing {
  constructor(
    private readonly authors: Authors,
    private readonly drafts: DraftsViews,
    private readonly checks: Checks,
    private readonly service: VersionsService,
    private readonly versions: Versions,
    private readonly list: VersionsList,
    private readonly people: People,
  ) {}

  async publish(call: MemberContext, courseId: string, { revision, note }: RouteInput<typeof courses.publishCourse>['body']): Promise<RouteAnswer<typeof courses.publishCourse>> {
    const course = await this.authors.require(call, courseId);
    const { territory, language, member: { memberId } } = call;
    const draft = await this.drafts.newest(territory, courseId);
    const published = draft.revision === revision ? await this.service.publish({ territory, memberId, language }, course, { revision, document: draft.document, note: note ?? null }) : undefined;
    if (published) return this.list.get(territory, courseId, published.versionId);
    const newer = await this.drafts.newest(territory, courseId);
    const personOf = await this.people.of(territory, [newer.savedBy]);
    throw draftChanged(newer, memberId, personOf(newer.savedBy));
  }

  /** What is in the way of publishing, and what publishing would change. */
  async check(call: MemberContext, courseId: string): Promise<RouteAnswer<typeof courses.checkDraft>> {
    const { territory, language } = call;
    const course = await this.authors.require(call, courseId);
    const { revision, document } = await this.drafts.newest(territory, courseId);
    const faults = await this.checks.faults({ territory, courseId, document, publisherId: call.member.memberId });
    const { open, key } = splitKey(document);
    const current = course.current_version_id === null ? undefined : await this.versions.get(territory, course.current_version_id);
    const difference = current ? differenceOf(current, { course: open, contentIds: contentIdsOf(open, key, course.salt) }) : null;
    return { revision, difference, faults: told(faults, language), advice: told(documentAdvice(document), language) };
  }
}
