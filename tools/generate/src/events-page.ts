import { allEvents, allRpcs, eventKey, type EventContract } from '@unityplan/contracts';
import { subjectPattern } from './asyncapi.ts';
import type { Listeners } from './handlers.ts';
import { toJsonSchema } from './json-schema.ts';
import { notice, payloadWords, table } from './markdown.ts';
import { nameShapes } from './named-shapes.ts';
import { sortedBy } from './stable.ts';

/** docs/generated/events.md: every event with who handles it, and every call between services. */
export function eventsPage(listenersOf: (event: EventContract) => Listeners): string {
  nameShapes();
  const ownersOfEvents = [...new Set(allEvents.map(({ owner }) => owner))].sort();
  const rpcs = sortedBy(allRpcs, (rpc) => `${rpc.owner}.${rpc.method}`).map((rpc) => [
    `\`rpc.{pod}.${rpc.owner}.${rpc.method}\``, rpc.about, payloadWords(toJsonSchema(rpc.input, 'input')), payloadWords(toJsonSchema(rpc.output, 'output')),
    `${rpc.deadlineMs} ms`, rpc.idempotent ? 'yes' : 'no',
  ]);
  return [
    '# Events and calls between services', notice,
    'An event is published in the transaction of the change it tells of, and arrives at least once; its effect happens once. Events of one order key arrive in the order in which they were committed.',
    'Payloads carry ids, never personal data. Scope: `territory` stays in its pod, `global` goes to all pods, `cross` goes to one other territory.',
    'Handled: in one process of that service, in the transaction that marks it as done. Heard: in every process, to forget what was remembered. Besides, the service `event` audits every one.',
    'Shapes in full: [asyncapi.json](asyncapi.json).',
    '## Events', ...ownersOfEvents.map((owner) => eventsOf(owner, listenersOf)),
    '## Calls (RPC)', table(['Subject', 'What it answers', 'Takes', 'Gives', 'Deadline', 'May be retried'], rpcs), '',
  ].join('\n\n').trimEnd() + '\n';
}

function eventsOf(owner: string, listenersOf: (event: EventContract) => Listeners): string {
  const events = sortedBy(allEvents.filter((event) => event.owner === owner), eventKey);
  const rows = events.map((event) => [
    `\`${subjectPattern(event)}\``, event.scope, `\`${event.orderBy}\``, event.about, payloadWords(toJsonSchema(event.payload, 'output')), said(listenersOf(event)),
  ]);
  return [`### ${owner}`, table(['Subject', 'Scope', 'Order key', 'What happened', 'Payload', 'Who listens'], rows)].join('\n\n');
}

function said({ handle, hear }: Listeners): string {
  const parts = [...(handle.length > 0 ? [`handled by ${handle.join(', ')}`] : []), ...(hear.length > 0 ? [`heard by ${hear.join(', ')}`] : [])];
  return parts.join('; ') || 'nobody yet';
}
