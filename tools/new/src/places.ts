import type { Forms } from './text/words.ts';

/** What the templates are filled with: the owner's and the thing's names in the forms that code needs. */
export function placesOf(owner: Forms, thing: Forms, things: Forms, requests = `${owner.snake}_requests`): Record<string, string> {
  return {
    owner: owner.kebab, ownerVar: owner.camel, Owner: owner.pascal, 'owner words': owner.words,
    thing: thing.camel, Thing: thing.pascal, thing_: thing.snake, 'thing-': thing.kebab, 'thing words': thing.words,
    things: things.camel, Things: things.pascal, things_: things.snake, 'things-': things.kebab, 'things words': things.words, 'Things title': things.title,
    table: `${owner.snake}_${things.snake}`, requests, Db: `${owner.pascal}Db`, Tx: `${owner.pascal}Tx`,
  };
}
