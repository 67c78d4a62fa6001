import type { PodResources } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory';
import { nextOf, territories, type TerritoryId } from '../territories.ts';

/** Stands between a service and its connection book; bent, every connection of a territory looks into the next one's schema, under its own role. */
export class Routing {
  bent = false;

  /** The resources with a connection book that obeys `bent`. */
  over(resources: PodResources): PodResources {
    const { databases } = resources;
    const connection: typeof databases.connection = (scope, service, limits) => {
      const straight = databases.connection(scope, service, limits);
      if (!this.bent || !(territories as readonly string[]).includes(scope)) return straight;
      const { schema } = namesOf(nextOf(scope as TerritoryId));
      return { ...straight, options: straight.options!.replace(/search_path=\w+/, `search_path=${schema}`) };
    };
    return { ...resources, databases: { ...databases, connection } };
  }
}
