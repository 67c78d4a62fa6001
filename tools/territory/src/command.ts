import { parseArgs } from 'node:util';
import { territory as contracts } from '@unityplan/contracts';
import { parseTerritoryId, type TerritoryKind } from '@unityplan/territory';

export const help = `npm run territory -- <command> [ID] [options]

On behalf of the operator, with the pod running or not. Countries and First Nations are made in the same way.

  list                    the territories of the pod, and what is being made
    --all                 also those that are only listed: known, and served by no pod yet
  create ID               opens a territory; one that is listed needs nothing more
    --name TEXT           its name, where it is not listed; as English has it
    --name-da TEXT        … as Danish has it, when that is another
    --name-own TEXT       … as its own language has it
    --parent ID           a community: the territory above it, whose id its own begins with
    --kind KIND           country or first-nation, where it is not listed; neither has a parent
    --countries CA,US     where it lies: geography, never authority
    --language TAG        en or da, the language of its pages until someone chooses another
    --database NAME       a database of its own on the pod's server; made when missing
  suspend ID --reason TEXT   closes it for a while: nobody gets in, its jobs rest, nothing is lost
  resume ID --reason TEXT    opens it again
  archive ID --reason TEXT --for-good
                          closes it for good; its data is kept, and there is no way back

  --help                  this text

Which pod: --pod NAME or UNITYPLAN_STATE, else the newest one in .state. Managers read no reason here; it is kept with the change.
Ends with 0 when done, 1 when it failed, 2 for wrong use or when it is refused.`;

/** Everything that `create` may say of a territory; what is undefined is as it is listed. */
export interface Creation {
  readonly name: 'create';
  readonly territory: string;
  readonly en: string | undefined;
  readonly da: string | undefined;
  readonly own: string | undefined;
  readonly parent: string | undefined;
  readonly kind: TerritoryKind | undefined;
  readonly countries: readonly string[] | undefined;
  readonly language: 'en' | 'da' | undefined;
  readonly database: string | undefined;
}
export interface Change {
  readonly name: 'suspend' | 'resume' | 'archive';
  readonly territory: string;
  readonly reason: string;
}
export type Command = Creation | Change | { readonly name: 'list'; readonly all: boolean };

const options = {
  name: { type: 'string' }, 'name-da': { type: 'string' }, 'name-own': { type: 'string' }, parent: { type: 'string' }, kind: { type: 'string' }, countries: { type: 'string' }, language: { type: 'string' },
  database: { type: 'string' }, reason: { type: 'string' }, 'for-good': { type: 'boolean' }, all: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;
type Values = { [K in keyof typeof options]?: (typeof options)[K]['type'] extends 'boolean' ? boolean : string };
const belongs: Readonly<Record<Command['name'], readonly (keyof Values)[]>> = {
  list: ['all'],
  create: ['name', 'name-da', 'name-own', 'parent', 'kind', 'countries', 'language', 'database'],
  suspend: ['reason'],
  resume: ['reason'],
  archive: ['reason', 'for-good'],
};

/** Reads the arguments: a command, or undefined when help was asked for. Throws a sentence that says what does not fit. */
export function commandOf(args: readonly string[]): Command | undefined {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options }) as { values: Values; positionals: string[] };
  if (values.help || args.length === 0) return undefined;
  const [name, id, ...more] = positionals;
  if (name === undefined || !Object.hasOwn(belongs, name)) throw new Error(`The commands are create, suspend, resume, archive and list; not ${name ?? 'nothing'}.`);
  const command = name as Command['name'];
  const stranger = (Object.keys(values) as (keyof Values)[]).find((option) => !belongs[command].includes(option));
  if (stranger) throw new Error(`--${stranger} does not belong to ${command}.`);
  if (more.length > 0 || (command === 'list' && id !== undefined)) throw new Error(`There is a word too much: ${[...(command === 'list' ? [id] : []), ...more].join(' ')}. Put names of several words in quotes.`);
  if (command === 'list') return { name: command, all: values.all ?? false };
  if (id === undefined) throw new Error(`Which territory? npm run territory -- ${command} ID`);
  const territory = parseTerritoryId(id);
  if (command === 'create') return creationOf(territory, values);
  const reason = (values.reason ?? '').normalize('NFC').trim();
  if (reason.length < 3 || reason.length > 500) throw new Error('--reason takes 3 to 500 characters: why it is done, for whoever asks later.');
  if (command === 'archive' && !values['for-good']) throw new Error(`Archiving ${territory} cannot be undone. Suspend it instead, or add --for-good.`);
  return { name: command, territory, reason };
}

function creationOf(territory: string, values: Values): Creation {
  const { language, countries, database } = values;
  if (language !== undefined && language !== 'en' && language !== 'da') throw new Error(`--language takes en or da, not ${language}.`);
  const listed = countries?.split(',').map((code) => code.trim().toUpperCase());
  if (listed?.some((code) => !/^[A-Z]{2}$/.test(code))) throw new Error(`--countries takes codes of two letters such as CA,US, not ${countries}.`);
  if (database !== undefined && !/^[a-z][a-z0-9_]{0,62}$/.test(database)) throw new Error(`--database takes a name such as unityplan_se (lower case, at most 63 characters), not ${database}.`);
  return {
    name: 'create', territory, en: named(values, 'name'), da: named(values, 'name-da'), own: named(values, 'name-own'), parent: values.parent === undefined ? undefined : parseTerritoryId(values.parent),
    kind: kindOf(values.kind), countries: listed, language, database,
  };
}

function named(values: Values, option: 'name' | 'name-da' | 'name-own'): string | undefined {
  const text = values[option];
  if (text === undefined) return undefined;
  const checked = contracts.territoryName.safeParse(text);
  if (!checked.success) throw new Error(`--${option}: ${checked.error.issues[0]!.message}.`);
  return checked.data;
}

function kindOf(text: string | undefined): TerritoryKind | undefined {
  if (text === undefined || text === 'country' || text === 'community') return text;
  if (text === 'first-nation' || text === 'first_nation') return 'first_nation';
  throw new Error(`--kind takes country or first-nation (a community has --parent instead), not ${text}.`);
}
