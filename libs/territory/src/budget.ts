/** Do all processes of a pod together fit into its PostgreSQL server? Computed at start, refused when not. */
import type pg from 'pg';
import { TerritoryError } from './errors.ts';

export interface ServerLimits {
  maxConnections: number;
  /** Connections that ordinary roles cannot have (superuser_reserved_connections, and reserved_connections from 16 on). */
  reserved: number;
}

export interface BudgetCheck {
  /** Σ over processes. */
  wanted: number;
  /** What the server leaves after its reserve and ours. */
  available: number;
}

/** Reads the limits of the server that a client is connected to. */
export async function readServerLimits(client: Pick<pg.ClientBase, 'query'>): Promise<ServerLimits> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('max_connections', 'superuser_reserved_connections', 'reserved_connections')",
  );
  const setting = (name: string): number => Number(rows.find((row) => row.name === name)?.setting ?? 0);
  return { maxConnections: setting('max_connections'), reserved: setting('superuser_reserved_connections') + setting('reserved_connections') };
}

/**
 * Adds up the live-connection limits of all processes that use one server. `keepFree` (default 8) stays for the migrator, backups
 * and an operator's psql. Throws BUDGET_EXCEEDED with a sentence that says what to change.
 */
export function checkConnectionBudget(processes: readonly { name: string; max: number }[], server: ServerLimits, keepFree = 8): BudgetCheck {
  const wanted = processes.reduce((sum, { max }) => sum + max, 0);
  const available = server.maxConnections - server.reserved - keepFree;
  if (wanted <= available) return { wanted, available };
  const largest = [...processes].sort((a, b) => b.max - a.max).slice(0, 3).map(({ name, max }) => `${name} ${max}`).join(', ');
  throw new TerritoryError(
    'BUDGET_EXCEEDED',
    `${processes.length} process(es) may open ${wanted} PostgreSQL connections (${largest}${processes.length > 3 ? ', …' : ''}), but the server allows ` +
      `${server.maxConnections} and ${server.reserved + keepFree} of them are kept free. Raise max_connections to ${wanted + server.reserved + keepFree} ` +
      `or lower the limit per process to ${Math.max(0, Math.floor(available / processes.length))}.`,
  );
}
