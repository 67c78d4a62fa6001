import { allErrors, allEvents, allRpcs, eventKey } from '@unityplan/contracts';
import { subjectPattern } from './asyncapi.ts';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';
import { nameShapes } from './named-shapes.ts';
import { sortedBy } from './stable.ts';

const notice = 'Generated from `libs/contracts`; do not edit, run `npm run generate`.';
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Fields of an object as one line: `topicId`, `reason?`. */
function fields(schema: JsonSchema): string {
  const required = (schema['required'] ?? []) as string[];
  const names = Object.keys((schema['properties'] ?? {}) as object);
  return names.map((name) => `\`${name}${required.includes(name) ? '' : '?'}\``).join(', ') || '(none)';
}

/** docs/generated/events.md: every event and RPC on one page. */
export function eventsPage(): string {
  nameShapes();
  const events = sortedBy(allEvents, (event) => `${event.owner} ${eventKey(event)}`).map((event) => [
    `\`${subjectPattern(event)}\``, event.owner, event.about, fields(toJsonSchema(event.payload, 'output')), `\`${event.orderBy}\``,
  ]);
  const rpcs = sortedBy(allRpcs, (rpc) => `${rpc.owner}.${rpc.method}`).map((rpc) => [
    `\`rpc.{pod}.${rpc.owner}.${rpc.method}\``, rpc.about, fields(toJsonSchema(rpc.input, 'input')), fields(toJsonSchema(rpc.output, 'output')),
    `${rpc.deadlineMs} ms`, rpc.idempotent ? 'yes' : 'no',
  ]);
  return [
    '# Events and calls between services', notice,
    'Events of one order key arrive in the order in which they were committed. Payloads carry ids, never personal data.',
    '## Events', table(['Subject', 'Owner', 'What happened', 'Fields', 'Order key'], events),
    '## Calls (RPC)', table(['Subject', 'What it answers', 'Takes', 'Gives', 'Deadline', 'May be retried'], rpcs), '',
  ].join('\n\n').trimEnd() + '\n';
}

/** docs/generated/errors.md: every error code with its texts. */
export function errorsPage(): string {
  const rows = sortedBy(Object.values(allErrors), (error) => `${error.status} ${error.code}`).map((error) => [
    `\`${error.code}\``, String(error.status), error.title.en, error.mend.en, error.title.da, error.mend.da,
  ]);
  return [
    '# Errors', notice,
    'Every failed call answers `application/problem+json` (RFC 9457) with one of these codes. Programs decide by the code; people read the texts, in their own language.',
    table(['Code', 'Status', 'What happened', 'What to do', 'Dansk', 'Hvad du kan gøre'], rows),
  ].join('\n\n') + '\n';
}
