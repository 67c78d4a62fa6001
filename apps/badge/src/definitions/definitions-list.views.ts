import { Injectable } from '@nestjs/common';
import { commonErrors, Problem, type badge as badges, type RouteAnswer, type RouteInput, type Sentence } from '@unityplan/contracts';
import { decodeCursor, toPage, type CallContext } from '@unityplan/service-kit';
import { z } from 'zod';
import { CoursesViews } from '../courses/courses.views.ts';
import { toDefinition } from './definitions.mapper.ts';
import { DefinitionsViews, type Definition } from './definitions.views.ts';
import { circleBefore, type CourseWay } from './ways.policy.ts';

/** Name and key of a badge. */
const place = z.tuple([z.string().max(200), z.string().max(60)]);
const collators = { en: new Intl.Collator('en'), da: new Intl.Collator('da') };

/** Badges as pages show them. */
@Injectable()
export class DefinitionsList {
  constructor(
    private readonly definitions: DefinitionsViews,
    private readonly courses: CoursesViews,
  ) {}

  /** By name in the caller's language. They are few enough to be sorted in memory. */
  async list({ territory, language }: CallContext, query: RouteInput<typeof badges.listBadges>['query']): Promise<RouteAnswer<typeof badges.listBadges>> {
    const list = `badges ${query.state} ${language}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const { compare } = collators[language];
    const order = (a: readonly [string, string], b: readonly [string, string]): number => compare(a[0], b[0]) || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
    const valuesOf = ({ name, badge }: Definition): [string, string] => [name[language], badge];
    const sorted = [...(await this.definitions.all(territory)).values()].filter(({ state }) => state === query.state).sort((a, b) => order(valuesOf(a), valuesOf(b)));
    const beyond = cursor?.direction === 'before' ? sorted.filter((one) => order(valuesOf(one), cursor.values) < 0).reverse() : cursor ? sorted.filter((one) => order(valuesOf(one), cursor.values) > 0) : sorted;
    const page = toPage(list, beyond.slice(0, query.limit + 1), query.limit, cursor, valuesOf);
    const summaries = await this.definitions.summaries(territory, page.rows.map(({ badge }) => badge));
    return { items: page.rows.flatMap(({ badge }) => summaries.get(badge) ?? []), next: page.next, previous: page.previous };
  }

  /** The present version of one badge. Throws not_found. */
  async definition(territory: string, badge: string): Promise<RouteAnswer<typeof badges.defineBadge>> {
    const definition = (await this.definitions.all(territory)).get(badge);
    const summary = (await this.definitions.summaries(territory, [badge])).get(badge);
    if (!definition || !summary) throw new Problem(commonErrors.not_found);
    return toDefinition(definition, summary.courses);
  }

  /** The circle that a badge, or a course that would give it, closes; names in both languages. */
  async circle(territory: string, changed: Pick<Definition, 'badge' | 'name' | 'prerequisites' | 'by_hand'> | undefined, added?: CourseWay): Promise<Sentence[] | undefined> {
    const [known, giving] = await Promise.all([this.definitions.all(territory), this.courses.all(territory)]);
    const linkOf = await this.courses.links(territory, giving.map(({ course_id }) => course_id));
    const present = giving.filter(({ course_id }) => course_id !== added?.courseId).map(({ course_id, badge, prerequisites }): CourseWay => ({
      courseId: course_id, name: linkOf(course_id)?.title ?? known.get(badge)?.name ?? { en: badge, da: badge }, gives: badge, needs: prerequisites,
    }));
    const badge = changed?.badge ?? added!.gives;
    const others = [...known.values()].filter((one) => one.badge !== changed?.badge);
    return circleBefore(badge, changed ? [...others, changed] : others, added ? [...present, added] : present);
  }
}
