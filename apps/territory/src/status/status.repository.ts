import type { Outbox } from '@unityplan/messaging';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { announce, oneAtATime } from '../announce.ts';
import type { TerritoryTx } from '../db/schema.ts';
import { checkChange, type NewStatus, type Standing } from './status.policy.ts';

/** A change of status, with who asks for it; null for the operator. */
export interface StatusChange {
  readonly territory: string;
  readonly status: NewStatus;
  readonly reason: string;
  readonly by: { readonly memberId: string; readonly territory: string } | null;
}

/** Opens and closes territories of a pod. The service does so for managers, the command for the operator. */
export class StatusRepository {
  private readonly outbox: Outbox;
  private readonly podId: string;
  constructor(outbox: Outbox, podId: string) {
    this.outbox = outbox;
    this.podId = podId;
  }

  /** Changes it, keeps the reason and tells everyone. What is so already changes nothing: false. Throws a Problem. */
  async change(tx: TerritoryTx, { territory, status, reason, by }: StatusChange): Promise<boolean> {
    await sql.raw(oneAtATime).execute(tx.db);
    const standing = await this.standing(tx, territory);
    checkChange(standing, status, this.podId);
    if (standing.status === status) return false;
    const changed = await tx.db.updateTable('territories').set({ status }).where('id', '=', territory).returning(['id', 'status', 'routing_epoch']).executeTakeFirstOrThrow();
    await tx.db.insertInto('territory_status_changes').values({ id: v7(), territory, status, reason, changed_by: by?.memberId ?? null, changed_in: by?.territory ?? null }).execute();
    await announce(this.outbox, tx, changed);
    return true;
  }

  private async standing(tx: TerritoryTx, territory: string): Promise<Standing> {
    const { rows } = await sql<{ status: string; pod_id: string | null; open_below: string[]; others_open: boolean }>`
      with recursive below as (
        select id, status from territories where parent_territory = ${territory}
        union all select t.id, t.status from territories t join below on t.parent_territory = below.id
      )
      select status, pod_id, array(select id from below where status in ('active', 'suspended') order by id) as open_below,
        exists (select from territories where pod_id = ${this.podId} and status = 'active' and id <> ${territory}) as others_open
      from territories where id = ${territory}`.execute(tx.db);
    const row = rows[0];
    return { territory, status: row?.status ?? 'listed', podId: row?.pod_id ?? null, openBelow: row?.open_below ?? [], othersOpen: row?.others_open ?? true };
  }
}
