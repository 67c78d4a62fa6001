import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { territoryId, uiLanguage } from '../kernel/shapes.ts';
import { territoryDetail, territoryKind, territorySummary, typedTerritoryId } from './models.ts';

const owner = 'territory';

export const listTerritories = defineRoute({
  owner, id: 'listTerritories', method: 'GET', path: '/territories', access: 'public',
  about: 'Countries, First Nations and communities side by side, by name; filter by kind, parent or a part of the name.',
  query: pageQuery.extend({ kind: territoryKind.optional(), parent: territoryId.optional(), status: z.enum(['active', 'any']).default('any'), search: z.string().trim().max(60).optional(), language: uiLanguage.default('en') }),
  answer: pageOf(territorySummary), errors: [commonErrors.cursor_invalid],
});
export const getTerritory = defineRoute({
  owner, id: 'getTerritory', method: 'GET', path: '/territories/{territoryId}', access: 'public', about: 'One territory with its place in the tree.',
  params: z.object({ territoryId: typedTerritoryId }), answer: territoryDetail, errors: [commonErrors.not_found],
});
export const getCurrentTerritory = defineRoute({
  owner, id: 'getCurrentTerritory', method: 'GET', path: '/territory', access: 'public', about: 'The territory of the host that was called.', answer: territoryDetail,
});
