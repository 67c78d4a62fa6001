import { Injectable } from '@nestjs/common';
import { badge as badges, badgesOf, course as courses, managers, roleKeys } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { Permissions } from '@unityplan/service-kit';
import { Badges } from '../badges/badges.views.ts';
import { filesOf } from '../content/course-content.ts';
import { documentFaults } from '../content/document-faults.ts';
import { say, type Fault } from '../content/fault-texts.ts';
import { DraftFiles } from '../drafts/draft-files.service.ts';

type Document = courses.CourseDocument;
interface CheckedBadges {
  readonly territory: string;
  readonly courseId: string;
  readonly document: Pick<Document, 'gives' | 'prerequisites' | 'title' | 'language'>;
  readonly publisherId: string;
}
export interface Checked extends CheckedBadges {
  readonly document: Document;
}

/** Everything that must be right before a course may be published, found at once. */
@Injectable()
export class Checks {
  constructor(
    private readonly badges: Badges,
    private readonly files: DraftFiles,
    private readonly rpc: RpcClient,
    private readonly permissions: Permissions,
  ) {}

  /** Throws `service_unavailable` while the badge or files service cannot be asked: what is not known to be right is not published. */
  async faults(checked: Checked): Promise<Fault[]> {
    const own = documentFaults(checked.document);
    const [badge, picture] = await Promise.all([this.badgeFaults(checked), this.pictureFaults(checked)]);
    return [...own, ...badge, ...picture];
  }

  /** What is in the way of a course giving its badge: others may have changed it, or what leads to it, since the course was written. */
  async badgeFaults(checked: CheckedBadges): Promise<Fault[]> {
    const { territory, document, publisherId } = checked;
    const { gives, prerequisites } = document;
    const needed = prerequisites ? badgesOf(prerequisites) : [];
    if (gives === null && needed.length === 0) return [];
    const existing = await this.badges.existing(territory, gives ? [gives.badge, ...needed] : needed);
    const faults: Fault[] = needed.filter((key) => !existing.has(key)).map((key) => ({ path: 'prerequisites', message: say.badgeUnknown(key) }));
    if (gives === null) return faults;
    const given = existing.get(gives.badge);
    if (!given) return [...faults, { path: 'gives.badge', message: say.badgeUnknown(gives.badge) }];
    if (given.state !== 'active') faults.push({ path: 'gives.badge', message: say.badgeIdle(gives.badge) });
    // Else any teacher could become a manager by a course of their own.
    const isRole = (Object.values(roleKeys) as string[]).includes(gives.badge);
    if (isRole && !(await this.permissions.check(territory, publisherId, managers)).allowed) faults.push({ path: 'gives.badge', message: say.roleGiven });
    return faults.length > 0 ? faults : this.cycleFaults(checked, gives.badge);
  }

  private async cycleFaults({ territory, courseId, document }: CheckedBadges, gives: string): Promise<Fault[]> {
    const name = document.title[document.language] || gives;
    const { cycle } = await this.rpc.call(badges.findCycle, territory, { courseId, name, gives, needs: document.prerequisites });
    return cycle === null ? [] : [{ path: 'prerequisites', message: say.cycle(cycle) }];
  }

  private async pictureFaults({ territory, document }: Checked): Promise<Fault[]> {
    const { cover, media } = filesOf(document);
    if (cover.length + media.length === 0) return [];
    const ready = await this.files.describe(territory, [...cover, ...media]);
    const shown = document.modules.flatMap(({ lessons }, m) => lessons.flatMap(({ blocks }, l) => blocks.flatMap((block, b) => (block.kind === 'image' ? [{ path: `modules.${m}.lessons.${l}.blocks.${b}.fileId`, fileId: block.fileId }] : []))));
    return [...cover.map((fileId) => ({ path: 'cover', fileId })), ...shown].filter(({ fileId }) => !Object.hasOwn(ready, fileId)).map(({ path }) => ({ path, message: say.pictureGone }));
  }
}
