import { Inject, Injectable } from '@nestjs/common';
import type { course as courses } from '@unityplan/contracts';
import { DB, FileLinks } from '@unityplan/service-kit';
import QuickLRU from 'quick-lru';
import { lessonsOf } from '../content/course-content.ts';
import { readManifest, type ReadManifest } from '../content/manifest.ts';
import type { CourseDb, CourseReader } from '../db/schema.ts';
import type { StoredPictures } from '../db/versions.table.ts';

/** A version as the service works with it. It holds the answer key: mappers choose what leaves. */
export interface PublishedVersion extends ReadManifest {
  readonly versionId: string;
  readonly courseId: string;
  readonly number: number;
  readonly cid: string;
  readonly keyHash: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly note: string | null;
  readonly pictures: StoredPictures;
  readonly lessons: ReturnType<typeof lessonsOf>;
}
export type Picture = NonNullable<courses.Picture>;

/** Versions never change, so what was read once stays in memory: about as many as a pod's learners are in on one day. */
const mostVersions = 300;

/** Published versions, read once. */
@Injectable()
export class Versions {
  private readonly loaded = new QuickLRU<string, PublishedVersion>({ maxSize: mostVersions });
  private readonly erased = new Set<string>();

  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly links: FileLinks,
  ) {}

  /** Versions by id; unknown ids are left out. Inside a read or a transaction give its `reader`. */
  async load(territory: string, versionIds: readonly string[], reader?: CourseReader): Promise<Map<string, PublishedVersion>> {
    const found = new Map<string, PublishedVersion>();
    const missing: string[] = [];
    for (const id of new Set(versionIds)) {
      const known = this.loaded.get(`${territory} ${id}`);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    const { rows, erased } = await (reader ? read(reader, missing) : this.db.read(territory, (own) => read(own, missing)));
    for (const { file_id } of erased) this.forgetFile(territory, file_id);
    for (const row of rows) {
      const { course, key, contentIds } = readManifest({ text: row.manifest, keyText: row.answer_key }, row.salt);
      const version: PublishedVersion = {
        versionId: row.id, courseId: row.course_id, number: row.number, cid: row.cid, keyHash: row.key_hash, publishedAt: row.published_at, publishedBy: row.published_by, note: row.note,
        pictures: row.pictures, course, key, contentIds, lessons: lessonsOf(course),
      };
      this.loaded.set(`${territory} ${row.id}`, version);
      found.set(row.id, version);
    }
    return found;
  }

  async get(territory: string, versionId: string, reader?: CourseReader): Promise<PublishedVersion> {
    const version = (await this.load(territory, [versionId], reader)).get(versionId);
    if (!version) throw new Error(`there is no version ${versionId}`);
    return version;
  }

  /** Addresses of a picture for now. Null when its owner has deleted it. */
  picture(territory: string, pictures: StoredPictures, fileId: string): Picture | null {
    const stored = Object.hasOwn(pictures, fileId) ? pictures[fileId]! : undefined;
    if (!stored || this.erased.has(`${territory} ${fileId}`)) return null;
    const lasting = stored.sizes.every(({ cid }) => cid !== null);
    return {
      fileId, width: stored.width, height: stored.height, urlsExpireAt: lasting ? null : this.links.expiresAt().toISOString(),
      sizes: stored.sizes.map((size) => ({ ...size, url: size.cid === null ? this.links.signed(territory, fileId, size.size) : this.links.public(territory, size.cid) })),
    };
  }

  /** The picture is shown no more. */
  forgetFile(territory: string, fileId: string): void {
    this.erased.add(`${territory} ${fileId}`);
  }
}

async function read(reader: CourseReader, versionIds: readonly string[]) {
  const rows = await reader
    .selectFrom('course_versions as version')
    .innerJoin('courses as course', 'course.id', 'version.course_id')
    .selectAll('version')
    .select('course.salt')
    .where('version.id', 'in', versionIds)
    .execute();
  const files = rows.flatMap(({ pictures }) => Object.keys(pictures));
  const erased = files.length === 0 ? [] : await reader.selectFrom('course_erased_files').select('file_id').where('file_id', 'in', files).execute();
  return { rows, erased };
}
