import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { territoryId } from '../kernel/shapes.ts';
import { territoryStatus } from './models.ts';

export const territoryChanged = defineEvent({
  name: 'territory.changed', version: 1, scope: 'territory', owner: 'territory', orderBy: 'territoryId', personal: [],
  about: 'A territory was opened, or its status, names, settings or routing changed; readers refresh their registry.',
  payload: z.object({ territoryId, status: territoryStatus, routingEpoch: z.int() }), example: { territoryId: 'DK', status: 'active', routingEpoch: 2 },
});
