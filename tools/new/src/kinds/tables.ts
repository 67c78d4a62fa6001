import type { Changes } from '../changes.ts';
import { addImport } from '../text/imports.ts';
import { insertAtEndOfBlock } from '../text/lines.ts';
import type { Forms } from '../text/words.ts';
import type { Service } from '../workspace.ts';

/** Adds a table to the schema of a service: the slice `db/<slice>.table.ts`, or `RequestsTable` of the kit without one. */
export function addTable(changes: Changes, service: Service, table: string, slice: Forms | undefined): void {
  const type = slice ? `${slice.pascal}Table` : 'RequestsTable';
  changes.edit(`${service.folder}/src/db/schema.ts`, (text) => {
    const imported = slice ? addImport(text, `import type { ${type} } from './${slice.kebab}.table.ts';`) : text;
    return insertAtEndOfBlock(imported, new RegExp(`^export interface ${service.name.pascal}Schema \\{`), `  ${table}: ${type};`);
  });
}
