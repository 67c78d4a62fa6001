import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { namesOf } from '@unityplan/territory/names';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import type { Pod } from '../pod.ts';

export const learnerCount = 10_000;
export const courseCount = 500;
const badgeCount = 20;

export interface CourseGround {
  /** Tokens of learners picked at random. */
  readonly tokens: readonly string[];
  /** Address of the course that comes with the platform. */
  readonly slug: string;
}

/** Seeds learners with badges and enrolments, and courses with prerequisites of every kind; answers tokens of some of the learners. */
export async function seedCourses(pod: Pod, tokenCount: number): Promise<CourseGround> {
  // The administrator sees every schema; these statements are about one.
  const admin = new pg.Client({ ...pod.administrator, options: `-c search_path=${namesOf('DK').schema}` });
  await admin.connect();
  try {
    const learners = Array.from({ length: learnerCount }, () => randomUUID());
    const keys = Array.from({ length: badgeCount }, (_, i) => `bench-badge-${i}`);
    await seedBadges(admin, keys, learners);
    const template = await templateOf(admin);
    const versions = await seedVersions(admin, template, keys);
    await seedEnrolments(admin, learners, versions);
    await admin.query('analyze');
    const key = await issuerKey(admin);
    return { slug: template.slug, tokens: learners.slice(0, tokenCount).map((id) => tokenFor(id, key)) };
  } finally {
    await admin.end();
  }
}

async function seedBadges(admin: pg.Client, keys: readonly string[], learners: readonly string[]): Promise<void> {
  const name = JSON.stringify({ en: 'Bench', da: 'Bænk' });
  await admin.query(
    `insert into badge_definitions (badge, version, state, name, about, criteria, icon, colour, by_hand, defined_at, defined_by)
     select badge, 1, 'active', $2, $2, $2, 'book', 'blue', true, now(), gen_random_uuid() from unnest($1::text[]) badge`, [keys, name]);
  await admin.query('insert into badge_member_keys (member_id) select unnest($1::uuid[])', [learners]);
  // Each learner holds five of the twenty.
  await admin.query(
    `insert into user_badges (id, member_id, badge, level, territory, definition_version, awarded_at, source)
     select gen_random_uuid(), member, badge, 1, 'DK', 1, now(), 'hand'
     from unnest($1::uuid[]) with ordinality m (member, n), unnest($2::text[]) with ordinality b (badge, k) where (n * 7 + k * 3) % 4 = 0`, [learners, keys]);
}

interface Template { readonly slug: string; readonly course_id: string; readonly manifest: string; readonly answer_key: string; readonly summary: Record<string, unknown> }

/** The course of the platform, when it is published: all others are copies of it. */
async function templateOf(admin: pg.Client): Promise<Template> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await admin.query<Template>('select c.slug, v.course_id, v.manifest, v.answer_key, v.summary from courses c join course_versions v on v.id = c.current_version_id limit 1');
    if (rows[0]) return rows[0];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The course of the platform was not published in DK');
}

/** What courses ask for: nothing, a badge, one of some, all of some, some of many. */
function prerequisitesOf(i: number, keys: readonly string[]): unknown {
  const badge = (k: number) => ({ rule: 'badge', badge: keys[(i + k) % keys.length] });
  return [null, badge(0), { rule: 'any', of: [badge(1), badge(4), badge(9)] }, { rule: 'all', of: [badge(2), badge(3)] }, { rule: 'atLeast', count: 2, of: [badge(0), badge(5), { rule: 'any', of: [badge(7), badge(8)] }] }][i % 5];
}

async function seedVersions(admin: pg.Client, template: Template, keys: readonly string[]): Promise<{ courseId: string; versionId: string }[]> {
  const made = Array.from({ length: courseCount - 1 }, () => ({ courseId: randomUUID(), versionId: randomUUID() }));
  for (const [i, { courseId, versionId }] of made.entries()) {
    const prerequisites = prerequisitesOf(i, keys);
    const manifest = JSON.parse(template.manifest) as { course: object };
    const text = JSON.stringify({ ...manifest, course: { ...manifest.course, prerequisites } });
    await admin.query(
      `insert into courses (id, slug, author_id, created_at, salt, draft_revision, draft_saved_at, draft_cid, draft_title, language, version_count, first_published_at, level, languages, search)
       select $1, $2, author_id, now(), $3, 1, now(), '', draft_title, language, 1, now() - $4 * interval '1 minute', level, languages, search from courses where id = $5`,
      [courseId, `bench-course-${i}`, randomBytes(32), i, template.course_id]);
    await admin.query(
      `insert into course_versions (id, course_id, number, cid, key_hash, manifest, answer_key, pictures, summary, published_at, published_by)
       select $1, $2, 1, $3, '', $4, $5, '{}', $6, now(), author_id from courses where id = $2`,
      [versionId, courseId, createHash('sha256').update(courseId).digest('hex'), text, template.answer_key, JSON.stringify({ ...template.summary, prerequisites })]);
    await admin.query('update courses set current_version_id = $2 where id = $1', [courseId, versionId]);
  }
  return made;
}

/** Everyone takes three of the courses. */
async function seedEnrolments(admin: pg.Client, learners: readonly string[], versions: readonly { courseId: string; versionId: string }[]): Promise<void> {
  await admin.query(
    `insert into course_enrolments (member_id, course_id, state, version_id, visited, enrolled_at, opened_at)
     select member, course, 'active', version, array[version], now(), now()
     from unnest($1::uuid[]) with ordinality m (member, n), unnest($2::uuid[], $3::uuid[]) with ordinality c (course, version, k) where k % 166 = n % 166`,
    [learners, versions.map(({ courseId }) => courseId), versions.map(({ versionId }) => versionId)]);
}

export interface IssuerKey { readonly kid: string; readonly pem: string }

/** An issuer key of our own: ten thousand people need not be registered to be let in. */
export async function issuerKey(admin: pg.Client): Promise<IssuerKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomBytes(8).toString('hex');
  await admin.query(`insert into global.issuer_keys (territory, kid, jwk) values ('DK', $1, $2)`, [kid, JSON.stringify(publicKey.export({ format: 'jwk' }))]);
  return { kid, pem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

/** An access token of a member whom that key vouches for; good for fifteen minutes. */
export function tokenFor(memberId: string, { kid, pem }: IssuerKey): string {
  const { issuer } = namesOf('DK');
  return jwt.sign({ sid: randomUUID(), territory: 'DK' }, pem, { algorithm: 'ES256', subject: memberId, issuer, audience: issuer, expiresIn: 900, header: { alg: 'ES256', typ: 'at+jwt', kid } });
}
