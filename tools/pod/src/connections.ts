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
  /** Whether `npm start` runs it, so that POSTGRES_MAX_CONNECTIONS says how many it takes. */
  readonly ours: boolean;
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
// With fewer PostgreSQL itself hardly starts; whether a pod fits into them is reckoned when it is known what runs.
const leastOfServer = 20;
// Each is a process of PostgreSQL's: more is a slip of the finger.
const most = 10_000;

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
    return { server, limits: server.limits, besides, held, room: server.limits.maxConnections - server.limits.reserved - held };
  });
  const wanted = holders.reduce((sum, { wish }) => sum + wish, 0);
  const shrink = Math.min(1, ...sums.map(({ room }) => room / wanted));
  const shares = holders.map(({ name, wish }) => ({ name, max: asked ?? Math.max(least, Math.floor(wish * shrink + 1e-9)) }));
  for (const { server, besides, held } of sums) refuseExcess(shares, server, held, besides);
  const total = shares.reduce((sum, { max }) => sum + max, 0);
  const fullest = sums.toSorted((a, b) => a.room - b.room)[0]!;
  return { limits: Object.fromEntries(shares.map(({ name, max }) => [name, max])), atMost: total + fullest.held, allowed: fullest.limits.maxConnections - fullest.limits.reserved };
}

function refuseExcess(shares: { name: string; max: number }[], { limits, ours }: DatabaseServer, held: number, besides: readonly (readonly [string, number])[]): void {
  try {
    checkConnectionBudget(shares, limits, held);
  } catch (error) {
    if (!isTerritoryError(error, 'BUDGET_EXCEEDED')) throw error;
    const kept = [...besides, ['superusers', limits.reserved] as const].map(([what, count]) => `${count} for ${what}`).join(', ');
    const setting = ours ? 'max_connections of this server, which npm start runs itself, is POSTGRES_MAX_CONNECTIONS; the' : 'The';
    throw new TerritoryError('BUDGET_EXCEEDED', `${error.message} Kept free are ${kept}. ${setting} limit per process is CONNECTION_LIMIT.`, { cause: error });
  }
}

/** What the operator says of connections; what was not said is undefined. */
export interface AskedConnections {
  /** Of each process of the pod. */
  readonly perProcess: number | undefined;
  /** Of the PostgreSQL that `npm start` runs itself. */
  readonly ofServer: number | undefined;
}

/** Reads CONNECTION_LIMIT and POSTGRES_MAX_CONNECTIONS. Throws a sentence when one is no number that fits. */
export function askedConnections(env: NodeJS.ProcessEnv): AskedConnections {
  return { perProcess: wholeNumber(env, 'CONNECTION_LIMIT', least, most), ofServer: wholeNumber(env, 'POSTGRES_MAX_CONNECTIONS', leastOfServer, most) };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, from: number, to: number): number | undefined {
  const text = env[name];
  if (!text) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= from && number <= to) return number;
  throw new Error(`${name} takes a whole number from ${from} to ${to}, not ${text}.`);
}
