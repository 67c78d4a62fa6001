import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export const kinds = ['service', 'capability', 'event', 'migration', 'page'] as const;
type Kind = (typeof kinds)[number];

/** What was asked for: which kind, its name, and its options. */
export interface Command {
  readonly kind: Kind;
  readonly name: string;
  readonly dryRun: boolean;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly global: boolean;
}

export const help = `npm run new -- <kind> <name> [options]

Writes the beginning of something new, in the style of the house. What it writes passes lint, types and tests as it is.

  service recipe                 apps/recipe with one capability: contracts, tables, routes, tests; known to the pod
      --thing tool  --things tools   what it is about, when that is not the service's own name
      --about TEXT                   one sentence for its README and the map
  capability reviews --in recipe a capability in a service that is there
      --thing review                 its singular, when it is not the name without its s
  event recipe.cooked            an event with an example, and a handler in another service that keeps count of it
      --owner recipe                 the service that publishes it
      --to badge                     the service that handles it
      --fields memberId:id,recipeId:id   its payload (id, text, int, boolean, instant, territory)
      --order memberId               the field of whose value events keep their order (the first field)
      --about TEXT                   what happened, in a sentence
                                 an event that is there already gets a handler: only --to
  migration add_minutes --in recipe   a migration of this moment
      --table ratings                that makes a table
      --column recipes.minutes:int   that adds a column
      --global                       in the schema all territories share
  page recipes                   a page that shows a list: route, feature, texts in en and da, tests
      --list listRecipes             the route it shows (list and the page's name)
      --en "Recipes" --da "Opskrifter"   what it is called

  --dry-run   say what would be written, and write nothing
  --help      this text

Refused: names that exist or do not fit, an owner that does not exist, files with work in them that is not committed.
Ends with 0 when done, 1 when it refused or failed, 2 for wrong use.`;

/** Which options a kind takes; anything else is a slip. */
const taken: Readonly<Record<Kind, readonly string[]>> = {
  service: ['thing', 'things', 'about'], capability: ['in', 'thing'], event: ['owner', 'to', 'fields', 'order', 'about'], migration: ['in', 'table', 'column', 'global'], page: ['list', 'en', 'da'],
};
const texts = [...new Set(Object.values(taken).flat())].filter((name) => name !== 'global');

/** Reads the arguments after `npm run new --`; undefined when help is wanted. Throws a Refusal that says how it goes. */
export function readCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}): Command | undefined {
  const swallowed = [...texts, 'dry_run', 'global'].find((name) => !['global', 'in'].includes(name) && env[`npm_config_${name}`] !== undefined);
  if (swallowed) throw new Refusal(`npm took --${swallowed.replace('_', '-')} for itself: put two dashes before the kind, as in npm run new -- service recipe.`);
  const { values, positionals } = parse(args);
  if (values['help']) return undefined;
  const [kind, name, ...more] = positionals;
  if (!(kinds as readonly (string | undefined)[]).includes(kind)) throw new Refusal(`${kind === undefined ? 'Say what to make' : `There is no kind ${kind}`}: ${kinds.join(', ')}. npm run new -- --help shows more.`);
  if (name === undefined) throw new Refusal(`Give the ${kind} a name: npm run new -- ${kind} <name>.`);
  if (more.length > 0) throw new Refusal(`One name at a time; what is ${more.join(' ')}? Put texts of several words in quotes.`);
  const strange = Object.keys(values).find((option) => !['dry-run', 'help', ...taken[kind as Kind]].includes(option));
  if (strange) throw new Refusal(`A ${kind} takes ${taken[kind as Kind].map((option) => `--${option}`).join(', ')}; not --${strange}.`);
  const options = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return { kind: kind as Kind, name, dryRun: values['dry-run'] === true, global: values['global'] === true, options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
        global: { type: 'boolean' as const }, 'dry-run': { type: 'boolean' as const }, help: { type: 'boolean' as const, short: 'h' },
      },
    }) as { values: Record<string, string | boolean | undefined>; positionals: string[] };
  } catch (error) {
    const [what] = (error as Error).message.split(/[.\n]/);
    throw new Refusal(`${what}; npm run new -- --help shows the options.`);
  }
}
