import type { Changes } from '../changes.ts';
import { refuseTakenContracts } from '../contracts.ts';
import { template } from '../text/template.ts';
import type { StartInTests } from './start-in-tests.ts';

/** The names of the contract files of a capability: those of a service's first, or its own beside others. */
export interface ContractFiles {
  readonly http: string;
  readonly events: string;
  readonly errors: string;
}

const parts = ['controller', 'service', 'repository', 'views', 'mapper', 'policy', 'policy.test'] as const;

/** Writes contracts, code and tests of one capability; what is registered where is the caller's. */
export function capabilityFiles(changes: Changes, places: Record<string, string>, files: ContractFiles, start: StartInTests): void {
  const { owner, thing, Thing, thing_, Things } = places as Record<'owner' | 'thing' | 'Thing' | 'thing_' | 'Things', string>;
  const things = places['things-']!;
  refuseTakenContracts({
    routes: [`list${Things}`, `get${Thing}`, `create${Thing}`, `change${Thing}`].map((id) => ({ id, path: `/${things}` })),
    events: [`${thing_}.created`], errors: [`${thing_}_of_another`, `${thing_}_changed_meanwhile`], shapes: [thing],
  });
  const filled = { ...places, errorsFile: files.errors, start: start.call };
  for (const [kind, name] of Object.entries(files)) changes.create(`libs/contracts/src/${owner}/${name}.ts`, template(`contracts/${kind}.ts`, filled));
  for (const part of parts) changes.create(`apps/${owner}/src/${things}/${things}.${part}.ts`, template(`capability/${part}.ts`, filled));
  changes.create(`apps/${owner}/src/db/${things}.table.ts`, template('capability/table.ts', filled));
  changes.create(`apps/${owner}/test/${things}.itest.ts`, start.withImports(template('capability/itest.ts', filled)));
}

/** The migration that makes the capability's table, and the table of remembered requests when the service has none. */
export function capabilityMigration(places: Record<string, string>, withRequests: boolean): string {
  return template('capability/migration.sql', places) + (withRequests ? template('capability/requests.sql', places) : '');
}
