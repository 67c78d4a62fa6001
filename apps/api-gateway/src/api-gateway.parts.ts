import type { clientAddresses } from './edge/client-address.ts';
import type { GuardSettings } from './edge/connection-guard.ts';
import type { Edge } from './edge/edge.ts';
import type { Upgrades } from './edge/upgrades.ts';
import type { LiveTunnels } from './proxy/live-tunnel.ts';
import type { Upstreams } from './proxy/upstreams.ts';

/** Injection token of the assembled edge. */
export const EDGE = Symbol('edge');
/** Injection token of the mailbox that a pod in development has. */
export const MAILBOX = Symbol('mailbox');

/** The edge, put together. */
export interface EdgeParts {
  readonly edge: Edge;
  readonly upgrades: Upgrades;
  readonly tunnels: LiveTunnels;
  readonly upstreams: Upstreams;
  readonly addressOf: ReturnType<typeof clientAddresses>;
  readonly podId: string;
  readonly drainMs: number;
  readonly connections: GuardSettings;
}
