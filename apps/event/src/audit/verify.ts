import { firstHash, hashOf, type AuditEntry } from './chain.ts';
import type { Checkpoint, CheckpointKey } from './checkpoint-key.ts';
import { GrowingTree, leafOf, type Subtree } from './merkle.ts';
import { keptLevel } from './tree.ts';

/** What is wrong with a trail, and where. */
export interface Fault {
  readonly seq: number;
  readonly fault: 'changed' | 'missing' | 'unlinked' | 'back-dated' | 'doubled' | 'truncated' | 'head differs' | 'checkpoint differs' | 'checkpoint forged' | 'tree differs';
}
export interface Verdict {
  readonly territory: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** The last entry that a signed checkpoint covers; what follows is vouched for by the chain alone. */
  readonly coveredTo: number;
  readonly faults: readonly Fault[];
}
/** Where a trail is read from: its own tables, through any connection whose search_path is the territory's schema. */
export interface TrailSource {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

type KeptNode = Subtree & { readonly hash: string };

const pageSize = 5_000;
const maxFaults = 100;
type EntryRow = Omit<AuditEntry, 'recordedAt' | 'happenedAt'> & { recordedAt: Date; happenedAt: Date };

/**
 * Reads a trail from end to end and checks every hash, link, number and time, its head and its checkpoints. `witnessed` are
 * checkpoints that somebody else kept: they also find a trail that was cut together with its own checkpoints.
 */
export async function verifyTrail(
  source: TrailSource,
  territory: string,
  key: CheckpointKey,
  options: { witnessed?: readonly Checkpoint[]; onProgress?: (done: number, of: number) => void } = {},
): Promise<Verdict> {
  const head = (await source.query('select seq::float8 as seq, hash from audit_head')).rows[0] as { seq: number; hash: string } | undefined;
  const kept = (await source.query('select seq::float8 as seq, head, root, at, key_id as "keyId", signature from audit_checkpoints order by seq')).rows as (Omit<Checkpoint, 'at' | 'territory'> & { at: Date })[];
  const own = kept.map((row): Checkpoint => ({ ...row, at: row.at.toISOString(), territory }));
  const checkpoints = [...own, ...(options.witnessed ?? [])];
  const chain = new ChainCheck(territory, checkpoints, key);
  for (let after = 0; ; ) {
    const { rows } = await source.query(
      `select seq::float8 as seq, event_id as "eventId", recorded_at as "recordedAt", happened_at as "happenedAt", name, aggregate, aggregate_seq::float8 as "aggregateSeq",
         member_id as "memberId", payload_hash as "payloadHash", prev_hash as "prevHash", hash from audit_entries where seq > $1 order by seq limit ${pageSize}`, [after]);
    for (const row of rows as EntryRow[]) chain.add({ ...row, recordedAt: row.recordedAt.toISOString(), happenedAt: row.happenedAt.toISOString() });
    if (rows.length === 0) break;
    for (const seq of await differingNodes(source, chain.takeNodes())) chain.faults.push({ seq, fault: 'tree differs' });
    after = (rows.at(-1) as EntryRow).seq;
    options.onProgress?.(after, Math.max(after, head?.seq ?? 0));
  }
  chain.end(head);
  const good = checkpoints.filter((one) => key.holds(one)).map(({ seq }) => seq);
  return { territory, entries: chain.count, checkpoints: own.length, coveredTo: Math.min(chain.last, Math.max(0, ...good)), faults: chain.faults };
}

/** The last entries below kept nodes that are not what the entries give. Nodes that no checkpoint has made yet are not missed. */
async function differingNodes(source: TrailSource, made: readonly KeptNode[]): Promise<number[]> {
  if (made.length === 0) return [];
  const { rows } = await source.query(
    `select made.level, made.place::float8 as place from unnest($1::smallint[], $2::bigint[], $3::text[]) as made (level, place, hash)
     join audit_nodes as kept using (level, place) where kept.hash <> made.hash order by 1, 2`,
    [made.map(({ level }) => level), made.map(({ place }) => place), made.map(({ hash }) => hash)]);
  return (rows as Subtree[]).map(({ level, place }) => (place + 1) * 2 ** level);
}

/** Goes along a chain, entry by entry. */
class ChainCheck {
  readonly faults: Fault[] = [];
  count = 0;
  last = 0;
  private hash = firstHash;
  private recordedAt = '';
  private readonly ids = new Set<string>();
  private readonly due: Map<number, Pick<Checkpoint, 'head' | 'root'>[]>;
  private readonly tree = new GrowingTree();
  private nodes: KeptNode[] = [];
  private readonly territory: string;

  constructor(territory: string, checkpoints: readonly Checkpoint[], key: CheckpointKey) {
    this.territory = territory;
    this.due = new Map();
    for (const checkpoint of checkpoints) {
      if (!key.holds(checkpoint)) this.fault(checkpoint.seq, 'checkpoint forged');
      this.due.set(checkpoint.seq, [...(this.due.get(checkpoint.seq) ?? []), checkpoint]);
    }
  }

  add(entry: AuditEntry): void {
    const { seq } = entry;
    if (seq !== this.last + 1) this.fault(this.last + 1, 'missing');
    else if (entry.prevHash !== this.hash) this.fault(seq, 'unlinked');
    if (hashOf(this.territory, entry) !== entry.hash) this.fault(seq, 'changed');
    if (entry.recordedAt < this.recordedAt) this.fault(seq, 'back-dated');
    if (this.ids.has(entry.eventId)) this.fault(seq, 'doubled');
    this.ids.add(entry.eventId);
    this.tree.add(leafOf(entry.hash), (subtree, hash) => subtree.level >= keptLevel && this.nodes.push({ ...subtree, hash }));
    for (const due of this.due.get(seq) ?? []) if (due.head !== entry.hash || (due.root !== null && due.root !== this.tree.root)) this.fault(seq, 'checkpoint differs');
    this.due.delete(seq);
    this.count++;
    this.last = seq;
    this.hash = entry.hash;
    this.recordedAt = entry.recordedAt;
  }

  /** The nodes of the tree that were completed since the last time. */
  takeNodes(): KeptNode[] {
    const taken = this.nodes;
    this.nodes = [];
    return taken;
  }

  end(head: { seq: number; hash: string } | undefined): void {
    if (!head || head.seq > this.last) this.fault(this.last + 1, 'truncated');
    else if (head.seq < this.last || head.hash !== this.hash) this.fault(this.last, 'head differs');
    for (const seq of this.due.keys()) this.fault(seq, 'truncated');
  }

  private fault(seq: number, fault: Fault['fault']): void {
    if (this.faults.length < maxFaults) this.faults.push({ seq, fault });
  }
}
