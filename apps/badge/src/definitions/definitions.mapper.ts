import type { badge as badges, RouteAnswer } from '@unityplan/contracts';
import type { Definition, Summary } from './definitions.views.ts';

type Courses = Summary['courses'];

export function toSummary(definition: Definition, courses: Courses): Summary {
  const { badge, name, about, level, icon, colour, scope, state } = definition;
  return { badge, name, about, level, icon, colour, scope, state, courses };
}

export function toDefinition(definition: Definition, courses: Courses): RouteAnswer<typeof badges.defineBadge> {
  const { criteria, version, valid_days, renew_from_days, prerequisites, by_hand } = definition;
  return { ...toSummary(definition, courses), criteria, version, validDays: valid_days, renewFromDays: renew_from_days, prerequisites, byHand: by_hand };
}
