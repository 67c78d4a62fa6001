/** Named places in the code where the fault rig kills the process. Nothing is installed outside of it. */
export type FailPoint =
  | 'publish-before-commit' | 'relay-before-publish' | 'relay-after-publish' | 'relay-before-mark' | 'relay-after-mark'
  | 'consumer-before-commit' | 'consumer-before-ack' | 'consumer-after-ack';

let hit: ((point: FailPoint) => void) | undefined;

/** Installs what happens at fail points; only the fault rig calls this. */
export function onFailPoint(fn: ((point: FailPoint) => void) | undefined): void {
  hit = fn;
}

/** Says that the code is at this place. */
export function failPoint(point: FailPoint): void {
  hit?.(point);
}
