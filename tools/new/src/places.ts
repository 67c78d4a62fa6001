import type { Service } from './workspace.ts';
import { formsOf, type Forms } from './text/words.ts';

/** What the templates are filled with: the owner's and the thing's names in the forms that code needs. */
export function placesOf(owner: Forms, thing: Forms, things: Forms, db: Pick<Service, 'db' | 'tx' | 'requests'>): Record<string, string> {
  return {
    owner: owner.kebab, ownerVar: owner.camel, Owner: owner.pascal, 'owner words': owner.words,
    thing: thing.camel, Thing: thing.pascal, thing_: thing.snake, 'thing-': thing.kebab, 'thing words': thing.words,
    things: things.camel, Things: things.pascal, things_: things.snake, 'things-': things.kebab, 'things words': things.words, 'Things title': things.title,
    table: `${owner.snake}_${things.snake}`, requests: db.requests ?? `${owner.snake}_requests`, Db: db.db, Tx: db.tx,
  };
}

/** The types of a database that a new service declares. */
export function typesOfNew(owner: Forms): Pick<Service, 'db' | 'tx' | 'requests'> {
  return { db: `${owner.pascal}Db`, tx: `${owner.pascal}Tx`, requests: `${formsOf(owner.kebab).snake}_requests` };
}
