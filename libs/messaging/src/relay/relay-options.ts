import type { Queryable } from '../database.ts';
import type { Leases } from '../leases.ts';
import type { Log } from '../log.ts';
import type { NatsLink } from '../nats-link.ts';
import type { StreamLimits } from './streams.ts';

/** What a relay works with, and its pace. */
export interface RelayOptions {
  readonly pod: string;
  readonly link: NatsLink;
  /** Of the same database as `database`. */
  readonly leases: Leases;
  /** A small pool (2) logged in as the event service's global role. */
  readonly database: Queryable;
  readonly streams?: StreamLimits;
  /** Publishes out at a time. Default 256. */
  readonly inFlight?: number;
  /**
   * How long acknowledgements gather before they are marked, so that one statement marks many. What is not marked when a relay dies is
   * published again, and swallowed by the stream or the inbox. Default 100.
   */
  readonly markMs?: number;
  /** The net under LISTEN. Default 2000. */
  readonly sweepMs?: number;
  /** How often the streams are looked at. Default 5000. */
  readonly checkMs?: number;
  readonly log?: Log;
  /** Told about each row that JetStream has acknowledged: seconds since it was written. */
  readonly onSent?: (event: string, seconds: number) => void;
}

export const retrySteps = [50, 100, 250, 500, 1000, 2000];
