import type { FailPoint } from '@unityplan/messaging/testing';

/** Where a process kills itself, by role. */
export const failPoints: readonly { readonly point: FailPoint; readonly role: 'writer' | 'relay' | 'consumer' }[] = [
  { point: 'publish-before-commit', role: 'writer' },
  { point: 'relay-before-publish', role: 'relay' },
  { point: 'relay-after-publish', role: 'relay' },
  { point: 'relay-before-mark', role: 'relay' },
  { point: 'relay-after-mark', role: 'relay' },
  { point: 'consumer-before-commit', role: 'consumer' },
  { point: 'consumer-before-ack', role: 'consumer' },
  { point: 'consumer-after-ack', role: 'consumer' },
];

/** What is done from outside at a random moment. */
const blows = ['kill-writer', 'kill-relay', 'kill-consumer', 'kill-nats', 'kill-backend', 'delete-store'] as const;
type Blow = (typeof blows)[number];
export type Fault = FailPoint | Blow;

export const allFaults: readonly Fault[] = [...failPoints.map(({ point }) => point), ...blows];

/** Every fault once in a random order, then at random. */
export function* faultSequence(random: () => number): Generator<Fault> {
  const once = [...allFaults];
  while (once.length > 0) yield once.splice(Math.floor(random() * once.length), 1)[0]!;
  for (;;) yield allFaults[Math.floor(random() * allFaults.length)]!;
}
