import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { defineRoute } from '../kernel/routes.ts';
import { instant, territoryId } from '../kernel/shapes.ts';

export const checkpoint = z.object({
  territory: territoryId, seq: z.int().describe('Entries covered'), head: z.string().describe('SHA-256 of the last entry, hex'), at: instant,
  keyId: z.string(), signature: z.string().describe('Ed25519 over the RFC 8785 form of the other fields, base64url'),
});
export const getCheckpoint = defineRoute({
  owner: 'event', id: 'getAuditCheckpoint', method: 'GET', path: '/audit/checkpoint', access: 'public',
  about: "The newest signed checkpoint of this territory's audit trail, for witnesses.", answer: checkpoint, errors: [commonErrors.not_found],
});
