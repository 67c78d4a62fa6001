import type { Checkpoint, CheckpointKey } from './checkpoint-key.ts';
import type { TrailSource } from './verify.ts';

/** Signs the present end of a trail, unless that was done; undefined while the trail is empty. Runs in the territory's schema. */
export async function makeCheckpoint(source: TrailSource, key: CheckpointKey, now: Date): Promise<Checkpoint | undefined> {
  const head = (await source.query('select seq::float8 as seq, hash from audit_head')).rows[0] as { seq: number; hash: string };
  if (head.seq === 0) return undefined;
  const made = key.sign({ seq: head.seq, head: head.hash, at: now.toISOString() });
  await source.query('insert into audit_checkpoints (seq, head, at, key_id, signature) values ($1, $2, $3, $4, $5) on conflict do nothing', [made.seq, made.head, made.at, made.keyId, made.signature]);
  const kept = (await source.query('select at, key_id as "keyId", signature, head from audit_checkpoints where seq = $1', [made.seq])).rows[0] as { at: Date; keyId: string; signature: string; head: string };
  return { ...made, ...kept, at: kept.at.toISOString() };
}
