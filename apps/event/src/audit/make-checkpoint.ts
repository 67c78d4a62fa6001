import type { Checkpoint, CheckpointKey } from './checkpoint-key.ts';
import { growTree, rootOf } from './tree.ts';
import type { TrailSource } from './verify.ts';

/** Signs the present end of a trail, unless that was done; undefined while the trail is empty. Runs in the territory's schema. */
export async function makeCheckpoint(source: TrailSource, key: CheckpointKey, now: Date): Promise<Checkpoint | undefined> {
  const head = (await source.query('select seq::float8 as seq, hash from audit_head')).rows[0] as { seq: number; hash: string };
  if (head.seq === 0) return undefined;
  await growTree(source, head.seq);
  const made = key.sign({ seq: head.seq, head: head.hash, root: await rootOf(source, head.seq), at: now.toISOString() });
  await source.query('insert into audit_checkpoints (seq, head, root, at, key_id, signature) values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
    made.seq, made.head, made.root, made.at, made.keyId, made.signature,
  ]);
  const kept = (await source.query('select at, key_id as "keyId", signature, head, root from audit_checkpoints where seq = $1', [made.seq])).rows[0] as Omit<Checkpoint, 'at'> & { at: Date };
  return { ...made, ...kept, at: kept.at.toISOString() };
}
