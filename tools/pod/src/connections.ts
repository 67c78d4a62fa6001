import { checkConnectionBudget, type ServerLimits } from '@unityplan/territory';

/** A process that will hold PostgreSQL connections, and how many it would like at most. */
export interface Holder {
  readonly name: string;
  readonly wish: number;
}

export const wishTogether = 100;
export const wishAlone = 12;
// The least that `CONNECTION_LIMIT` takes.
const least = 4;

/**
 * CONNECTION_LIMIT of each process, so that all of them together fit into the server. Wishes shrink to what there is; a number of the
 * operator's own (`asked`) does not. Throws a sentence that says what to change when it cannot be.
 */
export function shareConnections(holders: readonly Holder[], server: ServerLimits, asked?: number): Record<string, number> {
  // Besides its pools a process holds one connection for leases, and reads the registry over another now and then.
  const keepFree = 8 + 2 * holders.length;
  const available = server.maxConnections - server.reserved - keepFree;
  const wanted = holders.reduce((sum, { wish }) => sum + wish, 0);
  const shrink = Math.min(1, available / wanted);
  const shares = holders.map(({ name, wish }) => ({ name, max: asked ?? Math.max(least, Math.floor(wish * shrink)) }));
  checkConnectionBudget(shares, server, keepFree);
  return Object.fromEntries(shares.map(({ name, max }) => [name, max]));
}

/** The operator's own limit per process. Throws when it is no number. */
export function askedConnections(env: NodeJS.ProcessEnv): number | undefined {
  const text = env['CONNECTION_LIMIT'];
  if (!text) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`CONNECTION_LIMIT takes a whole number from ${least}, not ${text}.`);
}
