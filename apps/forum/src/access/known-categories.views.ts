import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { ForumDb } from '../db/schema.ts';
import { gateColumns, gatesOf, type Gates } from './gates.policy.ts';

/** No decision rests on older gates than this, also when a broadcast was lost. */
const freshMs = 1_000;

interface Known {
  readonly gates: Promise<ReadonlyMap<string, Gates>>;
  readonly at: number;
}

/** The gates of a territory's categories, remembered for a second: every call of the forum needs them. */
@Injectable()
export class KnownCategories {
  private readonly known = new Map<string, Known>();

  constructor(@Inject(DB) private readonly db: ForumDb) {}

  of(territory: string): Promise<ReadonlyMap<string, Gates>> {
    const now = performance.now();
    const known = this.known.get(territory);
    if (known && now - known.at < freshMs) return known.gates;
    const gates = this.read(territory);
    const next = { gates, at: now };
    this.known.set(territory, next);
    // What could not be read is not remembered.
    gates.catch(() => this.known.get(territory) === next && this.known.delete(territory));
    return gates;
  }

  /** The next question reads them again. */
  forget(territory: string): void {
    this.known.delete(territory);
  }

  private async read(territory: string): Promise<ReadonlyMap<string, Gates>> {
    const rows = await this.db.read(territory, (reader) => reader.selectFrom('forum_categories').select(['id', ...gateColumns]).execute());
    return new Map(rows.map((row) => [row.id, gatesOf(row)]));
  }
}
