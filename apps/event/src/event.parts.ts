import type { Leases, NatsLink } from '@unityplan/messaging';
import type { PodDatabases } from '@unityplan/territory';

/** Injection tokens of what only this service needs of the pod's resources. */
export const LEASES = Symbol('leases');
export const RELAY_PARTS = Symbol('relay parts');

/** What the relays stand on. */
export interface RelayParts {
  readonly link: NatsLink;
  readonly databases: PodDatabases;
  readonly leases: Leases;
}
