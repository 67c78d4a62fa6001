import { z } from 'zod';
import { badgeErrors } from '../badge/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { managers } from '../kernel/gates.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, uiLanguage, writtenText } from '../kernel/shapes.ts';
import { territoryErrors as errors } from './errors.ts';
import { registration, territoryDetail, territoryName, territoryOrder, typedTerritoryId, welcomeText } from './models.ts';

const owner = 'territory';
const ofTerritory = z.object({ territoryId: typedTerritoryId });

export const requestTerritory = defineRoute({
  owner, id: 'requestTerritory', method: 'POST', path: '/territories', access: { gate: managers }, status: 202,
  about: 'Orders a new community below the territory of the host, or below one that lies under it. Asking for the same again gives the same order.',
  body: z.object({
    territoryId: typedTerritoryId, name: z.object({ en: territoryName, da: territoryName, own: territoryName.optional() }),
    parent: typedTerritoryId.optional().describe('The territory of the host when left out'), defaultLanguage: uiLanguage,
  }),
  answer: territoryOrder,
  errors: [errors.territory_id_taken, errors.territory_id_unfit, errors.territory_outside_authority, errors.territory_parent_closed, errors.territory_too_deep, errors.territory_order_open],
});
export const listTerritoryOrders = defineRoute({
  owner, id: 'listTerritoryOrders', method: 'GET', path: '/territory-orders', access: { gate: managers }, about: 'Communities that were ordered below the territory of the host, newest first.',
  query: pageQuery, answer: pageOf(territoryOrder), errors: [commonErrors.cursor_invalid],
});
export const getTerritoryOrder = defineRoute({
  owner, id: 'getTerritoryOrder', method: 'GET', path: '/territory-orders/{orderId}', access: { gate: managers }, about: 'How far an order below the territory of the host has come.',
  params: z.object({ orderId: id }), answer: territoryOrder, errors: [commonErrors.not_found],
});
export const changeTerritory = defineRoute({
  owner, id: 'changeTerritory', method: 'PATCH', path: '/territories/{territoryId}', access: 'member',
  about: 'Changes names and settings, for managers of the territory or of one above it within its sovereign. What is left out stays; null takes a choice back.',
  params: ofTerritory,
  body: z.object({
    name: z.object({ en: territoryName.optional(), da: territoryName.optional(), own: territoryName.nullish() }).optional(), defaultLanguage: uiLanguage.optional(),
    settings: z.object({ registration: registration.nullish(), welcome: z.object({ en: welcomeText.nullish(), da: welcomeText.nullish() }).optional() }).optional(),
  }),
  answer: territoryDetail, errors: [commonErrors.not_found, badgeErrors.badge_required, errors.territory_outside_authority, errors.territory_not_served, errors.territory_archived],
});
export const setTerritoryStatus = defineRoute({
  owner, id: 'setTerritoryStatus', method: 'PUT', path: '/territories/{territoryId}/status', access: 'member',
  about: 'Suspends, resumes or archives a community, for managers of a territory above it. Countries and First Nations are for the operator. What is archived stays closed.',
  params: ofTerritory, body: z.object({ status: z.enum(['active', 'suspended', 'archived']), reason: writtenText({ min: 3, max: 500 }) }), answer: territoryDetail,
  errors: [
    commonErrors.not_found, badgeErrors.badge_required, errors.territory_outside_authority, errors.territory_by_operator, errors.territory_own_status, errors.territory_not_served,
    errors.territory_archived, errors.territory_has_communities, errors.territory_last,
  ],
});
