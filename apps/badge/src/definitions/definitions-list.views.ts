import { Injectable } from '@nestjs/common';
import { commonErrors, Problem, type badge as badges, type RouteAnswer, type RouteInput, type Sentence } from '@unityplan/contracts';
import { pageByName, type CallContext } from '@unityplan/service-kit';
import { CoursesViews } from '../courses/courses.views.ts';
import { toDefinition } from './definitions.mapper.ts';
import { DefinitionsViews, type Definition } from './definitions.views.ts';
import { circleBefore, type CourseWay } from './ways.policy.ts';

/** Badges as pages show them. */
@Injectable()
export class DefinitionsList {
  constructor(
    private readonly definitions: DefinitionsViews,
    private readonly courses: CoursesViews,
  ) {}

  /** By name in the caller's language. They are few enough to be sorted in memory. */
  async list({ territory, language }: CallContext, query: RouteInput<typeof badges.listBadges>['query']): Promise<RouteAnswer<typeof badges.listBadges>> {
    const wanted = [...(await this.definitions.all(territory)).values()].filter(({ state }) => state === query.state);
    const page = pageByName(`badges ${query.state} ${language}`, wanted, { ...query, language }, ({ name, badge }) => [name[language], badge]);
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
