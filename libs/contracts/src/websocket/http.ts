import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { defineRoute } from '../kernel/routes.ts';
import { instant } from '../kernel/shapes.ts';

export const createTicket = defineRoute({
  owner: 'websocket', id: 'createTicket', method: 'POST', path: '/realtime/tickets', access: 'public',
  about: 'A single-use ticket (30 s) to open the live connection at /ws: as the signed-in member, or as a guest who may follow public streams.',
  answer: z.object({ ticket: z.string(), expiresAt: instant }), status: 201, errors: [commonErrors.service_unavailable],
});
