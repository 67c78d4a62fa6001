import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { AuthDb } from '../db/schema.ts';

@Injectable()
export class KeysViews {
  constructor(@Inject(DB) private readonly db: AuthDb) {}

  /** RFC 7517 key set of a territory: what was, is and will be in use. */
  async jwks(territory: string): Promise<{ keys: Record<string, unknown>[] }> {
    const rows = await this.db.global.read((reader) =>
      reader.selectFrom('issuer_keys').select(['jwk', 'kid']).where('territory', '=', territory).where('retired_at', 'is', null).orderBy('created_at').execute());
    return { keys: rows.map(({ jwk, kid }) => ({ ...jwk, kid })) };
  }
}
