import type { JsonSchema } from './json-schema.ts';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', description, ...more });

/** Headers of every event: CloudEvents 1.0 in binary mode, and where it stands in its aggregate. */
export const eventHeaders: JsonSchema = {
  type: 'object',
  properties: {
    'ce-specversion': { type: 'string', const: '1.0' },
    'ce-id': text('Id of the event; the same in every delivery', { format: 'uuid' }),
    'ce-source': text('pod/territory/service'),
    'ce-type': text('Event key, with `.v2` from the second version on'),
    'ce-time': text('When it was committed', { format: 'date-time' }),
    'up-territory': text('Territory id'),
    'up-aggregate': text('Value of the order key, URI-encoded'),
    'up-seq': text('Counts within the aggregate from 1'),
    traceparent: text('W3C trace context'),
  },
  required: ['ce-specversion', 'ce-id', 'ce-source', 'ce-type', 'ce-time', 'up-territory', 'up-aggregate', 'up-seq'],
};
