import { z } from 'zod';
import { document } from '../kernel/bodies.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, uiLanguage } from '../kernel/shapes.ts';

const atom = document('application/atom+xml');
const query = z.object({ language: uiLanguage.optional().describe("Of the feed's own words; the header Accept-Language when left out") });

export const getTerritoryFeed = defineRoute({
  owner: 'forum', id: 'getTerritoryFeed', method: 'GET', path: '/feeds/topics.atom', access: 'public', revalidated: true, about: 'The 30 topics with the latest activity that everyone may read, as Atom (RFC 4287). The same for everybody, signed in or not.', query, answer: atom,
});
export const getCategoryFeed = defineRoute({
  owner: 'forum', id: 'getCategoryFeed', method: 'GET', path: '/feeds/categories/{categoryId}/topics.atom', access: 'public', revalidated: true, about: 'The 30 topics of a category with the latest activity, as Atom; not_signed_in, whoever asks, when guests may not read it.',
  params: z.object({ categoryId: id }), query, answer: atom, errors: [commonErrors.not_found, commonErrors.not_signed_in],
});
