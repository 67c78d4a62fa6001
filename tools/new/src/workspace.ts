import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';
import { formsOf, type Forms } from './text/words.ts';

/** A service into which something can be put. Its schema and what is made of it have its name: `ForumSchema`, `ForumDb`, `ForumTx`. */
export interface Service {
  readonly name: Forms;
  /** `apps/forum` */
  readonly folder: string;
  /** `forum_requests`; undefined when the service remembers no requests yet. */
  readonly requests: string | undefined;
  readonly moduleFile: string;
}

interface Manifest {
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
}

const folders = (root: string, group: string): string[] => readdirSync(join(root, group)).filter((name) => existsSync(join(root, group, name, 'package.json'))).sort();
const manifest = (root: string, folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

/** Names that packages and folders of the workspace have. */
export function takenNames(root: string): Set<string> {
  const all = ['apps', 'libs', 'tools'].flatMap((group) => folders(root, group).map((name) => `${group}/${name}`));
  return new Set(all.flatMap((folder) => [folder.split('/')[1]!, manifest(root, folder).name.replace('@unityplan/', '')]));
}

/** The services that keep tables in a territory's schema the way of the house, so that generated code fits in. */
function services(root: string): Service[] {
  return folders(root, 'apps').flatMap((name) => {
    const folder = `apps/${name}`;
    const text = (path: string): string => (existsSync(join(root, folder, path)) ? readFileSync(join(root, folder, path), 'utf8') : '');
    if (!manifest(root, folder).nx?.tags?.includes('type:service')) return [];
    const schema = text('src/db/schema.ts');
    if (!schema.includes(`export interface ${formsOf(name).pascal}Schema {`) || !text(`src/${name}.module.ts`).includes('@Module({')) return [];
    return [{ name: formsOf(name), folder, requests: /^ {2}(\w+): RequestsTable;/m.exec(schema)?.[1], moduleFile: `${folder}/src/${name}.module.ts` }];
  });
}

/** The service of this name. Throws a Refusal with the list of those there are. */
export function serviceOf(root: string, name: string | undefined, option: string): Service {
  const all = services(root);
  const known = all.map((service) => service.name.kebab).join(', ');
  if (name === undefined) throw new Refusal(`Say which service: --${option} <service>. There are: ${known}.`);
  const found = all.find((service) => service.name.kebab === name);
  if (!found) throw new Refusal(`--${option} knows ${known}; not ${name}.`);
  return found;
}
