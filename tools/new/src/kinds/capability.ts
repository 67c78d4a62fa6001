import type { Changes } from '../changes.ts';
import { namespaceOf, ownerFile } from '../contracts.ts';
import { nextMoment } from '../moment.ts';
import { placesOf } from '../places.ts';
import { addImport, addToModule, importNames } from '../text/imports.ts';
import { insertAfterLast } from '../text/lines.ts';
import { readName } from '../text/names.ts';
import { singularOf } from '../text/words.ts';
import { serviceOf, type Service } from '../workspace.ts';
import { capabilityFiles, capabilityMigration } from './capability-files.ts';
import { addTable } from './tables.ts';
import { startInTests } from './start-in-tests.ts';

/** What a capability is made from: its plural noun, and the service it becomes part of. */
export interface CapabilityWish {
  readonly name: string;
  readonly in?: string | undefined;
  /** The singular, when it is not the plural without its s. */
  readonly thing?: string | undefined;
}

/** A capability in a service that is there: routes, contracts, table, code and tests. */
export function newCapability(changes: Changes, wish: CapabilityWish, now: Date): void {
  const things = readName(wish.name, 'capability');
  const service = serviceOf(changes.root, wish.in, 'in');
  const thing = readName(wish.thing ?? singularOf(things.kebab), 'thing');
  const { kebab: owner } = service.name;
  const places: Record<string, string> = { ...placesOf(service.name, thing, things, service.requests), ownerVar: namespaceOf(changes.root, owner) };
  const file = things.kebab;
  capabilityFiles(changes, places, { http: file, events: `${file}-events`, errors: `${file}-errors` }, startInTests(changes.root, service));
  changes.edit(ownerFile(owner), (text) => ['errors', 'events', ''].reduce((all, part) => insertAfterLast(all, /^export \* from /, `export * from './${file}${part && `-${part}`}.ts';`), text));
  changes.create(`${service.folder}/src/db/migrations/territory/${nextMoment(changes.root, service.folder, now)}_${things.snake}.sql`, capabilityMigration(places, service.requests === undefined));
  addTable(changes, service, places['table']!, things);
  if (service.requests === undefined) rememberRequests(changes, service, places['requests']!);
  registerInModule(changes, service, things.pascal, file);
}

function rememberRequests(changes: Changes, service: Service, table: string): void {
  addTable(changes, service, table, undefined);
  changes.edit(`${service.folder}/src/db/schema.ts`, (text) => addImport(text, "import type { RequestsTable } from '@unityplan/service-kit';"));
  changes.edit(service.moduleFile, (text) => {
    const upkeep = /\bUpkeep\b/.test(text) ? [] : ['Upkeep'];
    return addToModule(importNames(text, '@unityplan/service-kit', ['forgetRequests', ...upkeep]), 'providers', [`forgetRequests('${table}')`, ...upkeep]);
  });
}

function registerInModule(changes: Changes, service: Service, Things: string, file: string): void {
  const roles = ['Controller', 'Repository', 'Service', 'Views'];
  changes.edit(service.moduleFile, (text) => {
    const imported = roles.reduce((all, role) => addImport(all, `import { ${Things}${role} } from './${file}/${file}.${role.toLowerCase()}.ts';`), text);
    return addToModule(addToModule(imported, 'controllers', [`${Things}Controller`]), 'providers', [`${Things}Service`, `${Things}Repository`, `${Things}Views`]);
  });
}
