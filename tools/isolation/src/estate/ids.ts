import { namesOf } from '@unityplan/territory/names';
import type { Belongings, Reach } from '../canaries.ts';
import type { Pod } from '../pod.ts';
import { everywhere } from '../territories.ts';

/** Tables whose ids only members of the territory may come to see; those of the others stand in what guests see, too. */
const ownTables = /^(sessions|mail_tokens|user_badges|user_badge_grants|course_enrolments|course_attempts|course_drafts|files_uploads|forum_drafts|forum_flags|forum_cases|notifications|notification_entries|push_subscriptions|mail_jobs)$/;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Gives every id that stands in the schema of exactly one territory, in whatever column, to that territory. */
export async function claimIds(pod: Pod, belongings: Belongings): Promise<void> {
  const homes = new Map<string, { territory: string; reach: Reach }[]>();
  for (const territory of everywhere) {
    const { schema } = namesOf(territory);
    const tables = await pod.inside.of<{ name: string }>(territory, 'select tablename as name from pg_tables where schemaname = $1', [schema]);
    const here = new Map<string, Reach>();
    for (const { name } of tables) {
      const rows = await pod.inside.of<{ id: string }>(territory, `select distinct (regexp_matches(t::text, '(${uuid})', 'g'))[1] as id from ${schema}."${name}" t`);
      const rowIds = ownTables.test(name) ? new Set((await pod.inside.of<{ id: string }>(territory, `select substring(t::text from '${uuid}') as id from ${schema}."${name}" t`)).map(({ id }) => id)) : undefined;
      for (const { id } of rows) here.set(id, rowIds?.has(id) && here.get(id) !== 'open' ? 'own' : 'open');
    }
    for (const [id, reach] of here) homes.set(id, [...(homes.get(id) ?? []), { territory, reach }]);
  }
  for (const [id, [first, ...others]] of homes) if (others.length === 0) belongings.addId(id, first!.territory as never, first!.reach);
}
