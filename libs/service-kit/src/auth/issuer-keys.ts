import type { KeyObject } from 'node:crypto';
import type { TerritoryDb } from '@unityplan/territory';
import { publicKeyOf, type FindKey } from './access-token.ts';

/** `global.issuer_keys`: public signing keys of every territory; auth writes them, all services read them. */
export interface IssuerKeysTable {
  territory: string;
  kid: string;
  jwk: Record<string, unknown>;
  created_at: Date;
  retired_at: Date | null;
}

const refreshAfterMs = 5_000;

/** Keys from the registry, kept in memory. An unknown key id is looked for again at most every five seconds. */
export function issuerKeys(db: TerritoryDb<{ issuer_keys: IssuerKeysTable }>): FindKey {
  const keys = new Map<string, KeyObject>();
  let readAt = 0;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    const rows = await db.global.read((reader) => reader.selectFrom('issuer_keys').select(['territory', 'kid', 'jwk']).where('retired_at', 'is', null).execute());
    keys.clear();
    for (const row of rows) keys.set(`${row.territory} ${row.kid}`, publicKeyOf(row.jwk));
    readAt = Date.now();
  };
  return async (territory, kid) => {
    const id = `${territory} ${kid}`;
    const stale = Date.now() - readAt > (keys.has(id) ? 60_000 : refreshAfterMs);
    if (!stale) return keys.get(id);
    const refresh = (reading ??= read().finally(() => (reading = undefined)));
    // A known key answers at once while the list is renewed behind it; an unknown one has to wait for the list.
    if (keys.has(id)) refresh.catch(() => undefined);
    else await refresh;
    return keys.get(id);
  };
}
