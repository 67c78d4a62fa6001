import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant } from '../kernel/shapes.ts';
import { notificationErrors } from './errors.ts';

const owner = 'notification';
/** `watching`: told of every post. `normal`: of mentions and replies to oneself. `muted`: of nothing. */
export const watchLevel = z.enum(['watching', 'normal', 'muted']);
/** `level` is what counts; `own` what the member chose here; `from` where it comes from: a topic's own level beats its category's. */
export const watchState = z.object({ level: watchLevel, own: watchLevel.nullable(), from: z.enum(['topic', 'category', 'default']) });
export const watchedPlace = z.discriminatedUnion('place', [
  z.object({ place: z.literal('topic'), topicId: id, title: z.string(), slug: z.string(), categoryId: id, level: watchLevel, setAt: instant }),
  z.object({ place: z.literal('category'), categoryId: id, level: watchLevel, setAt: instant }),
]);

const topic = z.object({ topicId: id });
const category = z.object({ categoryId: id });
const body = z.object({ level: watchLevel });
const errors = [commonErrors.not_found, commonErrors.service_unavailable] as const;

export const listWatchLevels = defineRoute({
  owner, id: 'listWatchLevels', method: 'GET', path: '/watch-levels', access: 'member', about: 'Topics and categories for which the member chose a level, newest first.',
  query: pageQuery.extend({ level: watchLevel.optional() }), answer: pageOf(watchedPlace), errors: [commonErrors.cursor_invalid],
});
export const getTopicWatch = defineRoute({
  owner, id: 'getTopicWatch', method: 'GET', path: '/watch-levels/topics/{topicId}', access: 'member', about: 'How the member follows a topic.', params: topic, answer: watchState, errors,
});
export const setTopicWatch = defineRoute({
  owner, id: 'setTopicWatch', method: 'PUT', path: '/watch-levels/topics/{topicId}', access: 'member', about: 'Chooses how to follow a topic.', params: topic, body, answer: watchState,
  errors: [...errors, notificationErrors.watch_limit_reached],
});
export const clearTopicWatch = defineRoute({
  owner, id: 'clearTopicWatch', method: 'DELETE', path: '/watch-levels/topics/{topicId}', access: 'member', about: "Follows a topic as its category is followed. Twice is the same as once.", params: topic, answer: watchState, errors,
});
export const getCategoryWatch = defineRoute({
  owner, id: 'getCategoryWatch', method: 'GET', path: '/watch-levels/categories/{categoryId}', access: 'member', about: 'How the member follows a category.', params: category, answer: watchState, errors,
});
export const setCategoryWatch = defineRoute({
  owner, id: 'setCategoryWatch', method: 'PUT', path: '/watch-levels/categories/{categoryId}', access: 'member', about: 'Chooses how to follow all topics of a category.', params: category, body, answer: watchState,
  errors: [...errors, notificationErrors.watch_limit_reached],
});
export const clearCategoryWatch = defineRoute({
  owner, id: 'clearCategoryWatch', method: 'DELETE', path: '/watch-levels/categories/{categoryId}', access: 'member', about: 'Follows a category as everyone does who chose nothing.', params: category, answer: watchState, errors,
});
