import { checkConnectionBudget, isTerritoryError, TerritoryError, type ServerLimits } from '@unityplan/territory';

/** A process that will hold PostgreSQL connections, and how many it would like at most. */
export interface Holder {
  readonly name: string;
  readonly wish: number;
}

/** A PostgreSQL server that holds databases of the pod. */
export interface DatabaseServer {
  readonly limits: ServerLimits;
  readonly databases: number;
  /** Whether the pod's own database is there: with the registry and the leases of every process. */
  readonly main: boolean;
}

/** What the processes may open, and what of it may come together on the fullest server. */
export interface ConnectionShares {
  readonly limits: Readonly<Record<string, number>>;
  readonly atMost: number;
  readonly allowed: number;
}

export const wishTogether = 100;
export const wishAlone = 12;
// The least that `CONNECTION_LIMIT` takes.
const least = 4;

/** Connections that are held besides the pools of services: what for, and how many. */
function heldBesides({ databases, main }: DatabaseServer, processes: number): readonly (readonly [string, number])[] {
  return [
    ['migrator, backups and psql', 8],
    // One kept for leases; the registry is read over another now and then.
    ['leases and registry of every process', main ? 2 * processes : 0],
    // Two for a relay; one more for its lease where that is not one of the process.
    [`relays of ${databases} ${databases === 1 ? 'database' : 'databases'}`, main ? 2 + 3 * (databases - 1) : 3 * databases],
    // Its lease, the registry, an order's lock and the migrator.
    ['provisioner', 7],
  ];
}

/**
 * CONNECTION_LIMIT of each process, so that all of them together fit into each server, whichever databases they use at a moment. Wishes
 * shrink to what there is; a number of the operator's own (`asked`) does not. Throws a sentence with the sums and with what to change.
 */
export function shareConnections(holders: readonly Holder[], servers: readonly DatabaseServer[], asked?: number): ConnectionShares {
  const sums = servers.map((server) => {
    const besides = heldBesides(server, holders.length).filter(([, count]) => count > 0);
    const held = besides.reduce((sum, [, count]) => sum + count, 0);
    return { limits: server.limits, besides, held, room: server.limits.maxConnections - server.limits.reserved - held };
  });
  const wanted = holders.reduce((sum, { wish }) => sum + wish, 0);
  const shrink = Math.min(1, ...sums.map(({ room }) => room / wanted));
  const shares = holders.map(({ name, wish }) => ({ name, max: asked ?? Math.max(least, Math.floor(wish * shrink + 1e-9)) }));
  for (const { limits, besides, held } of sums) refuseExcess(shares, limits, held, besides);
  const total = shares.reduce((sum, { max }) => sum + max, 0);
  const fullest = sums.toSorted((a, b) => a.room - b.room)[0]!;
  return { limits: Object.fromEntries(shares.map(({ name, max }) => [name, max])), atMost: total + fullest.held, allowed: fullest.limits.maxConnections - fullest.limits.reserved };
}

function refuseExcess(shares: { name: string; max: number }[], limits: ServerLimits, held: number, besides: readonly (readonly [string, number])[]): void {
  try {
    checkConnectionBudget(shares, limits, held);
  } catch (error) {
    if (!isTerritoryError(error, 'BUDGET_EXCEEDED')) throw error;
    const kept = [...besides, ['superusers', limits.reserved] as const].map(([what, count]) => `${count} for ${what}`).join(', ');
    throw new TerritoryError('BUDGET_EXCEEDED', `${error.message} Kept free are ${kept}. The limit per process is CONNECTION_LIMIT.`, { cause: error });
  }
}

/** The operator's own limit per process. Throws when it is no number. */
export function askedConnections(env: NodeJS.ProcessEnv): number | undefined {
  const text = env['CONNECTION_LIMIT'];
  if (!text) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`CONNECTION_LIMIT takes a whole number from ${least}, not ${text}.`);
}
