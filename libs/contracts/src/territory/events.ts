import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { territoryId } from '../kernel/shapes.ts';

export const territoryChanged = defineEvent({
  name: 'territory.changed', version: 1, scope: 'territory', owner: 'territory', orderBy: 'territoryId', personal: [],
  about: 'Status, names, settings or routing of a territory changed; readers refresh their registry.',
  payload: z.object({ territoryId, routingEpoch: z.int() }), example: { territoryId: 'DK', routingEpoch: 2 },
});
