import { servicePorts } from '@unityplan/service-kit/ports';
import type { Changes } from '../changes.ts';
import { nextMoment } from '../moment.ts';
import { placesOf } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { addImport } from '../text/imports.ts';
import { insertAfterLast, insertBefore, insertSorted, setInJson } from '../text/lines.ts';
import { readName } from '../text/names.ts';
import { template } from '../text/template.ts';
import { pluralOf } from '../text/words.ts';
import { takenNames } from '../workspace.ts';
import { capabilityFiles, capabilityMigration } from './capability-files.ts';
import { startInTests } from './start-in-tests.ts';

/** What a service is made from. */
export interface ServiceWish {
  readonly name: string;
  /** The noun of its first capability, singular; the service's own name when left out. */
  readonly thing?: string | undefined;
  readonly things?: string | undefined;
  /** One sentence for its README and the map. */
  readonly about?: string | undefined;
}

const files = { http: 'http', events: 'events', errors: 'errors' };
const parts = { main: 'main.ts', app: 'app.ts', config: '{{owner}}.config.ts', module: '{{owner}}.module.ts' };
/** Ports from here on are for services that the design does not name. */
const firstFreePort = 8013;

/** A service with one capability, known everywhere a service must be known. */
export function newService(changes: Changes, wish: ServiceWish, now: Date): void {
  const owner = readName(wish.name, 'service');
  if (takenNames(changes.root).has(owner.kebab)) throw new Refusal(`There is an app, lib or tool called ${owner.kebab} already. Choose another name.`);
  const thing = readName(wish.thing ?? owner.kebab, 'thing');
  const things = readName(wish.things ?? pluralOf(thing.kebab), 'plural');
  const about = wish.about ?? `${things.title} of the members of a territory.`;
  const places: Record<string, string> = { ...placesOf(owner, thing, things), about };
  const folder = `apps/${owner.kebab}`;
  capabilityFiles(changes, places, files, startInTests(changes.root, { folder, name: owner }));
  const at = (path: string, from: string): void => changes.create(`${folder}/${path}`, template(`service/${from}`, places));
  for (const part of ['package.json', 'tsconfig.json', 'vitest.config.ts', 'vitest.itest.config.ts', 'README.md']) at(part, part);
  at('test/tsconfig.json', 'test-tsconfig.json');
  at('src/db/schema.ts', 'schema.ts');
  for (const [part, path] of Object.entries(parts)) at(`src/${path.replace('{{owner}}', owner.kebab)}`, `${part}.ts`);
  changes.create(`${folder}/src/db/migrations/territory/${nextMoment(changes.root, folder, now)}_${owner.snake}.sql`, capabilityMigration(places, true));
  changes.create(`libs/contracts/src/${owner.kebab}/${owner.kebab}.ts`, template('service/owner.ts', places));
  register(changes, places);
}

/** The places that know services by name. Everything else derives: gateway, migrator, roles, tests, documents, the SDK. */
function register(changes: Changes, places: Record<string, string>): void {
  const { owner, Owner, ownerVar, about } = places as Record<'owner' | 'Owner' | 'ownerVar' | 'about', string>;
  const key = /-/.test(owner) ? `'${owner}'` : owner;
  const port = Math.max(firstFreePort - 1, ...Object.values(servicePorts).filter((used) => used < 8080)) + 1;
  changes.edit('libs/contracts/src/owners.ts', (text) => insertSorted(text, /^export \* as /, `export * as ${ownerVar} from './${owner}/${owner}.ts';`));
  changes.edit('libs/service-kit/src/service-ports.ts', (text) => insertBefore(text, /^ {2}websocket: /, `  ${key}: ${port},`));
  changes.edit('tools/pod/package.json', (text) => setInJson(text, 'dependencies', `@unityplan/${owner}`, '*'));
  changes.edit('tools/pod/tsconfig.json', (text) => insertAfterLast(text, /^ {2}"references": \[/, `    { "path": "../../apps/${owner}" },`));
  changes.edit('tools/pod/src/main.ts', (text) =>
    insertBefore(addImport(text, `import { read${Owner}Config, start${Owner} } from '@unityplan/${owner}/app';`), /^ {2}websocket: /, `  ${key}: (resources) => start${Owner}({ ...read${Owner}Config(process.env), resources }),`));
  changes.edit('README.md', (text) => insertSorted(text, /^\| `apps\//, `| \`apps/${owner}\` | ${about.replace(/\.$/, '')} |`));
}
