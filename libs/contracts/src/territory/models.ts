import { z } from 'zod';
import { id, instant, territoryId, uiLanguage, writtenText } from '../kernel/shapes.ts';

export const territoryKind = z.enum(['country', 'first_nation', 'community']);
export const territoryStatus = z.enum(['listed', 'active', 'suspended', 'archived']).describe('listed: known but served by no pod yet');
export const territorySummary = z.object({
  id: territoryId, slug: z.string(), kind: territoryKind, name: z.object({ en: z.string(), da: z.string(), own: z.string().optional() }),
  ownLanguage: z.string().optional().describe('BCP 47 tag of the own name, where it is known: pages mark the name with it'),
  parent: territoryId.nullable(), sovereign: territoryId, geographicCountries: z.array(z.string()),
  status: territoryStatus,
  host: z.string().nullable().describe('Host name where it answers; null while only listed'),
});
export const registration = z.enum(['open', 'closed']);
export const territorySettings = z.object({ registration, welcome: z.object({ en: z.string(), da: z.string() }) });
export const territoryDetail = territorySummary.extend({
  defaultLanguage: uiLanguage, ancestors: z.array(territorySummary).describe('From the sovereign down, without itself'), settings: territorySettings,
});

/** An id as people type it: lower case is put right. */
export const typedTerritoryId = z.string().trim().max(53).toUpperCase().pipe(territoryId);
/** A name in any script: one line with a letter in it, and nothing that turns the direction of the text around it. */
export const territoryName = writtenText({ min: 1, max: 120 }).pipe(
  z.string().regex(/^[^\n\t\r\u0085\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*$/u, 'Write it on one line, without marks that turn its direction').regex(/\p{L}/u, 'Write at least one letter'),
);
export const welcomeText = writtenText({ min: 1, max: 500 });

export const orderStatus = z.enum(['waiting', 'running', 'done', 'failed']);
/** What the provisioner does for an order, in this sequence. */
export const orderStep = z.enum(['recorded', 'registered', 'built', 'open']).describe('The last step that is done');
/** A territory in the making. */
export const territoryOrder = z.object({
  orderId: id, territoryId, name: territorySummary.shape.name, parent: territoryId.nullable(), status: orderStatus, step: orderStep,
  defaultLanguage: uiLanguage.optional().describe('As it was ordered; always given, optional because it came later'),
  problem: z.object({ en: z.string(), da: z.string() }).nullable().describe('Why it failed, and what to do'),
  createdAt: instant, doneAt: instant.nullable(), host: z.string().nullable().describe('Host name where it answers; null until it is done'),
});
