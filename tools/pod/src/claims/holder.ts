import { hostname } from 'node:os';

/** A run of a pod, as it says of itself to others that would use the same servers. */
export interface Holder {
  /** The name of its plan, such as `europe`. */
  readonly pod: string;
  readonly stateDir: string;
  readonly host: string;
  readonly pid: number;
}

/** A hold on a server of the operator's, for as long as the pod runs. */
export interface Claim {
  release(): Promise<void>;
}

export const thisRun = (pod: string, stateDir: string): Holder => ({ pod, stateDir, host: hostname(), pid: process.pid });

/** Who it is, for people; a text that no run has written is shown as it is. */
export function shown(text: string): string {
  try {
    const { pod, stateDir, host, pid } = JSON.parse(text) as Holder;
    return `the pod ${pod}, which runs in ${stateDir}${host === hostname() ? '' : ` on ${host}`} (process ${pid})`;
  } catch {
    return text;
  }
}
