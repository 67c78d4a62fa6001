import { Inject, Injectable } from '@nestjs/common';
import { files, Problem, type course as courses, type RpcOutput } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { DB, LOGGER } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import { filesOf } from '../content/course-content.ts';
import type { CourseDb } from '../db/schema.ts';
import type { StoredPictures } from '../db/versions.table.ts';
import { DraftsRepository } from './drafts.repository.ts';

type Described = RpcOutput<typeof files.attachFiles>['files'][number];
const mostPerCall = 100;
const mostKept = 500;

/** Keeps the pictures of courses: a file that nothing uses is erased after a day, also while its draft is being written. */
@Injectable()
export class DraftFiles {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly rpc: RpcClient,
    private readonly repository: DraftsRepository,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Tells the files service of pictures that are new in a draft. A save never fails for it: publishing asks again, and says what is wrong. */
  async keep(territory: string, draft: { courseId: string; savedBy: string; document: courses.CourseDocument; attached: readonly string[] }): Promise<void> {
    const { cover, media } = filesOf(draft.document);
    const added = [...cover, ...media].filter((id) => !draft.attached.includes(id));
    if (added.length === 0) return;
    const kept: string[] = [];
    for (const fileId of added)
      try {
        await this.attach(territory, draft.courseId, draft.savedBy, cover.includes(fileId) ? 'course_cover' : 'lesson_media', [fileId]);
        kept.push(fileId);
      } catch (error) {
        if (error instanceof Problem && error.contract.status < 500) continue;
        this.log.warn({ err: error, course: draft.courseId }, 'a picture of a draft could not be attached; the next save tries again');
        // Who waits for this save should not wait for a service that is away once per picture.
        break;
      }
    if (kept.length > 0) await this.db.transact(territory, (tx) => this.repository.noteAttached(tx, draft.courseId, kept));
  }

  /** Attaches every picture of a course for good and answers how they look. Throws what the files service refuses. */
  async pin(territory: string, courseId: string, ownerId: string, document: Pick<courses.CourseDocument, 'modules' | 'cover'>): Promise<StoredPictures> {
    const { cover, media } = filesOf(document);
    const described = [...(await this.attach(territory, courseId, ownerId, 'course_cover', cover)), ...(await this.attach(territory, courseId, ownerId, 'lesson_media', media))];
    return stored(described);
  }

  /** How pictures look that are ready; others are left out. */
  async describe(territory: string, fileIds: readonly string[]): Promise<StoredPictures> {
    const described: Described[] = [];
    for (let i = 0; i < fileIds.length; i += 2 * mostPerCall) described.push(...(await this.rpc.call(files.describeFiles, territory, { fileIds: fileIds.slice(i, i + 2 * mostPerCall) })).files);
    return stored(described);
  }

  /** Lets go of what no version and no kept draft shows any more. Nothing depends on it, so a failure is only noted. */
  async release(territory: string, courseId: string, keep: readonly string[]): Promise<void> {
    if (keep.length > mostKept) return;
    try {
      await this.rpc.call(files.releaseFiles, territory, { use: `course:${courseId}`, keep: [...keep] });
      // What was let go and is put into the draft again must be attached again.
      await this.db.transact(territory, (tx) => this.repository.noteReleased(tx, courseId, keep));
    } catch (error) {
      this.log.warn({ err: error, course: courseId }, 'pictures that are no longer shown stay until the course is published again');
    }
  }

  private async attach(territory: string, courseId: string, ownerId: string, purpose: 'course_cover' | 'lesson_media', fileIds: readonly string[]): Promise<Described[]> {
    const described: Described[] = [];
    for (let i = 0; i < fileIds.length; i += mostPerCall)
      described.push(...(await this.rpc.call(files.attachFiles, territory, { fileIds: fileIds.slice(i, i + mostPerCall), ownerId, purpose, use: `course:${courseId}` })).files);
    return described;
  }
}

/** Without addresses: those of private pictures end after hours. */
function stored(described: readonly Described[]): StoredPictures {
  return Object.fromEntries(described.map(({ fileId, width, height, sizes }) => [fileId, { width, height, sizes: sizes.map(({ url: _url, ...size }) => size) }]));
}
