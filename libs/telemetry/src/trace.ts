import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Where in which trace the running code is; follows it through awaits. Ids are lower-case hex as in W3C Trace Context. */
export interface TracePosition {
  readonly traceId: string;
  readonly spanId: string;
  readonly sampled: boolean;
  /** The service whose code runs: several share one process. */
  readonly service?: string;
}

const storage = new AsyncLocalStorage<TracePosition>();
const pattern = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Reads a `traceparent` header (W3C Trace Context §3.2). Undefined when it is not valid. */
export function parseTraceparent(header: string | undefined): TracePosition | undefined {
  const match = header === undefined ? null : pattern.exec(header);
  if (!match || /^0+$/.test(match[1]!) || /^0+$/.test(match[2]!)) return undefined;
  return { traceId: match[1]!, spanId: match[2]!, sampled: (parseInt(match[3]!, 16) & 1) === 1 };
}

/** The `traceparent` header of a position (W3C Trace Context §3.2). */
export function formatTraceparent(at: TracePosition): string {
  return `00-${at.traceId}-${at.spanId}-${at.sampled ? '01' : '00'}`;
}

let randomness = Buffer.alloc(0);
let used = 0;

/** Asking the system for each id would take longer than all else that a trace takes. */
function randomHex(bytes: number): string {
  if (used + bytes > randomness.length) {
    randomness = randomBytes(4096);
    used = 0;
  }
  used += bytes;
  return randomness.toString('hex', used - bytes, used);
}

/** A new place in the trace of `parent`, or the start of a new trace. */
export function continueTrace(parent?: TracePosition, service?: string): TracePosition {
  return {
    traceId: parent?.traceId ?? randomHex(16),
    spanId: randomHex(8),
    sampled: parent?.sampled ?? true,
    ...((service ?? parent?.service) === undefined ? {} : { service: (service ?? parent?.service)! }),
  };
}

/** Runs `fn`, and all it awaits, at a position. */
export function runInTrace<T>(at: TracePosition, fn: () => T): T {
  return storage.run(at, fn);
}

/** Puts the rest of the current asynchronous call chain into a trace; for hooks that cannot wrap what follows. */
export function enterTrace(at: TracePosition): void {
  storage.enterWith(at);
}

/** Undefined outside of any trace. */
export function currentTrace(): TracePosition | undefined {
  return storage.getStore();
}

/** The header for a call that is made now. */
export function currentTraceparent(): string | undefined {
  const at = storage.getStore();
  return at && formatTraceparent(at);
}
