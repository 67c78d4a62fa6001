import { allRoutes, type RouteContract } from '@unityplan/contracts';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { sampleOf } from '../text/samples.ts';

/** What a page needs to know of the list it shows. */
export interface Listed {
  readonly route: RouteContract;
  /** The field that tells items apart. */
  readonly key: string;
  /** How a row says its item, as JSX; and what that is of `sample`. */
  readonly label: string;
  readonly said: string;
  /** Whether the label is a text in each language. */
  readonly languages: boolean;
  /** A moment of the item, to show beside it. */
  readonly moment: string | undefined;
  readonly sample: unknown;
  /** The route that adds to the list with one text, and the name of that text. */
  readonly create: { readonly route: RouteContract; readonly field: string } | undefined;
}

const lists = (): RouteContract[] => allRoutes.filter((route) => route.method === 'GET' && !route.path.includes('{') && itemOf(route) !== undefined);

function itemOf(route: RouteContract): z.ZodObject | undefined {
  const items = route.answer instanceof z.ZodObject && 'next' in route.answer.shape ? (route.answer.shape['items'] as z.ZodType) : undefined;
  return items instanceof z.ZodArray && items.element instanceof z.ZodObject ? items.element : undefined;
}

/** Looks at the contract of a list. Throws a Refusal when there is none of that name, or a page cannot show it as it is. */
export function listedBy(id: string): Listed {
  const route = lists().find((each) => each.id === id);
  if (!route) throw new Refusal(`--list knows ${lists().map((each) => each.id).sort().join(', ')}; not ${id}.`);
  if (!route.query.safeParse({}).success) throw new Refusal(`${id} wants more than a page of its caller (${Object.keys((route.query as z.ZodObject).shape).join(', ')}): choose another list.`);
  const item = itemOf(route)!;
  const sample = sampleOf(item) as Record<string, unknown> | undefined;
  const fields = Object.keys(item.shape);
  const key = fields.find((name) => /^id$|Id$/.test(name)) ?? fields.find((name) => typeof sample?.[name] === 'string');
  const text = ['title', 'name', 'displayName', 'handle', 'fileName'].find((name) => fields.includes(name));
  const value = sample?.[text ?? ''];
  if (!sample || !key || !text || value === null) throw new Refusal(`Items of ${id} have no title or name to show (${fields.join(', ')}): choose another list, or write the page by hand.`);
  const languages = typeof value === 'object';
  return {
    route, key, languages, sample, create: creatorOf(route),
    label: languages ? `inLanguage(item.${text})` : `item.${text}`, said: languages ? (value as { en: string }).en : String(value),
    moment: ['createdAt', 'publishedAt', 'at'].find((name) => typeof sample[name] === 'string'),
  };
}

function creatorOf(list: RouteContract): Listed['create'] {
  const route = allRoutes.find(({ method, path, owner, idempotencyKey }) => method === 'POST' && path === list.path && owner === list.owner && idempotencyKey);
  const fields = route?.body instanceof z.ZodObject ? Object.keys(route.body.shape) : [];
  const [field] = fields;
  return route && fields.length === 1 && route.body.safeParse({ [field!]: 'A text' }).success ? { route, field: field! } : undefined;
}
