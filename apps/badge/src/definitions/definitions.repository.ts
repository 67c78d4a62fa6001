import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { OwnDefinitionsTable } from '../db/definitions.table.ts';
import type { BadgeTx } from '../db/schema.ts';

@Injectable()
export class DefinitionsRepository {
  /** Adds a version. False when there is one of that number already: someone else was faster. */
  async add(tx: BadgeTx, row: Insertable<OwnDefinitionsTable>): Promise<boolean> {
    const made = await tx.db.insertInto('badge_definitions').values(row).onConflict((conflict) => conflict.doNothing()).returning('version').executeTakeFirst();
    return made !== undefined;
  }
}
