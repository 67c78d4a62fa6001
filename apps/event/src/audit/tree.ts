import { hashOfStretch, leafOf, nodeOf, pathOf, subtreesOf, type Stretch, type Subtree } from './merkle.ts';
import type { TrailSource } from './verify.ts';

/** Subtrees from this level on are kept; smaller ones are made from their 16 leaves when they are needed. */
export const keptLevel = 4;
const blockSize = 2 ** keptLevel;
const blocksAtOnce = 500;
const keyOf = ({ level, place }: Subtree): string => `${level}/${place}`;

/** Keeps the hashes of all complete subtrees of the first `size` entries; safe to repeat, and from several processes at once. */
export async function growTree(source: TrailSource, size: number): Promise<void> {
  const blocks = Math.floor(size / blockSize);
  const kept = ((await source.query('select coalesce(max(place) + 1, 0)::float8 as count from audit_nodes where level = $1', [keptLevel])).rows[0] as { count: number }).count;
  for (let from = kept; from < blocks; from += blocksAtOnce) {
    const to = Math.min(blocks, from + blocksAtOnce);
    const leaves = await leavesOf(source, Array.from({ length: to - from }, (_, i) => from + i));
    const made = Array.from({ length: to - from }, (_, i): [Subtree, string] => [{ level: keptLevel, place: from + i }, foldLeaves({ level: keptLevel, place: from + i }, leaves)]);
    await keep(source, made);
    await growUpwards(source, made);
  }
}

/** Each new node may complete its parent, whose left half was kept before it. */
async function growUpwards(source: TrailSource, made: [Subtree, string][]): Promise<void> {
  for (let below = made; below.length > 0; ) {
    const right = below.filter(([{ place }]) => place % 2 === 1);
    const hashes = new Map(below.map(([subtree, hash]) => [keyOf(subtree), hash]));
    const missing = right.map(([{ level, place }]) => ({ level, place: place - 1 })).filter((left) => !hashes.has(keyOf(left)));
    for (const [key, hash] of await nodes(source, missing)) hashes.set(key, hash);
    below = right.map(([{ level, place }, hash]) => [{ level: level + 1, place: (place - 1) / 2 }, nodeOf(hashes.get(keyOf({ level, place: place - 1 }))!, hash)]);
    await keep(source, below);
  }
}

/** The root over the first `size` entries, which `growTree` has seen. */
export async function rootOf(source: TrailSource, size: number): Promise<string> {
  const whole = { from: 0, to: size };
  return hashOfStretch(whole, await hashesFor(source, [whole]));
}

/** Inclusion paths of entries (numbers from 1) in the tree over the first `size`, each from the leaf upwards. */
export async function inclusionPaths(source: TrailSource, seqs: readonly number[], size: number): Promise<Map<number, string[]>> {
  const paths = new Map(seqs.map((seq) => [seq, pathOf(seq - 1, size)]));
  const hashOf = await hashesFor(source, [...paths.values()].flat());
  return new Map([...paths].map(([seq, path]) => [seq, path.map((stretch) => hashOfStretch(stretch, hashOf))]));
}

/** Looks up everything that stretches are made of in two questions, however many they are. */
async function hashesFor(source: TrailSource, stretches: readonly Stretch[]): Promise<(subtree: Subtree) => string> {
  const needed = stretches.flatMap(subtreesOf);
  const kept = await nodes(source, needed.filter(({ level }) => level >= keptLevel));
  const blocks = new Set(needed.filter(({ level }) => level < keptLevel).map(({ level, place }) => Math.floor((place * 2 ** level) / blockSize)));
  const leaves = await leavesOf(source, [...blocks]);
  return (subtree) => (subtree.level >= keptLevel ? kept.get(keyOf(subtree))! : foldLeaves(subtree, leaves));
}

function foldLeaves({ level, place }: Subtree, leaves: ReadonlyMap<number, string>): string {
  if (level === 0) return leaves.get(place)!;
  return nodeOf(foldLeaves({ level: level - 1, place: place * 2 }, leaves), foldLeaves({ level: level - 1, place: place * 2 + 1 }, leaves));
}

async function leavesOf(source: TrailSource, blocks: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (blocks.length === 0) return new Map();
  const { rows } = await source.query(
    `select seq::float8 as seq, hash from unnest($1::bigint[]) as block (place) join audit_entries on seq > block.place * ${blockSize} and seq <= (block.place + 1) * ${blockSize}`, [blocks]);
  return new Map((rows as { seq: number; hash: string }[]).map(({ seq, hash }) => [seq - 1, leafOf(hash)]));
}

async function nodes(source: TrailSource, wanted: readonly Subtree[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await source.query(
    'select level, place::float8 as place, hash from audit_nodes join unnest($1::smallint[], $2::bigint[]) as wanted (level, place) using (level, place)',
    [wanted.map(({ level }) => level), wanted.map(({ place }) => place)]);
  return new Map((rows as (Subtree & { hash: string })[]).map((row) => [keyOf(row), row.hash]));
}

async function keep(source: TrailSource, made: readonly [Subtree, string][]): Promise<void> {
  if (made.length === 0) return;
  await source.query('insert into audit_nodes (level, place, hash) select * from unnest($1::smallint[], $2::bigint[], $3::text[]) on conflict do nothing',
    [made.map(([{ level }]) => level), made.map(([{ place }]) => place), made.map(([, hash]) => hash)]);
}
