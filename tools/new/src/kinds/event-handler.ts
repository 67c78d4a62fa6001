import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changes } from '../changes.ts';
import { nextMoment } from '../moment.ts';
import { Refusal } from '../refusal.ts';
import { sqlTypeOf } from '../text/fields.ts';
import { addImport, addToModule } from '../text/imports.ts';
import { template } from '../text/template.ts';
import { formsOf, toKebab } from '../text/words.ts';
import type { Service } from '../workspace.ts';
import type { KnownEvent } from './event.ts';
import { startInTests } from './start-in-tests.ts';
import { addTable } from './tables.ts';

const roles = ['handlers', 'service', 'repository'] as const;

/** A handler in `consumer` that keeps count of the event in a table of its own, with its test. */
export function eventHandler(changes: Changes, consumer: Service, event: KnownEvent, now: Date): void {
  refuseSecondHandler(changes.root, consumer, event);
  const { happened, order } = event;
  const table = `${consumer.name.snake}_${happened.snake}`;
  const start = startInTests(changes.root, consumer);
  const places = {
    start: start.call, ownerVar: event.namespace, event: event.exported, 'event name': event.name, consumer: consumer.name.kebab, Tx: `${consumer.name.pascal}Tx`, table,
    happened: happened.camel, Happened: happened.pascal, 'happened-': happened.kebab, key: order.name, key_: formsOf(toKebab(order.name)).snake, sqlType: sqlTypeOf(order),
  };
  const { folder } = consumer;
  for (const role of roles) changes.create(`${folder}/src/${happened.kebab}/${happened.kebab}.${role}.ts`, template(`event/${role}.ts`, places));
  changes.create(`${folder}/src/db/${happened.kebab}.table.ts`, template('event/table.ts', places));
  changes.create(`${folder}/src/db/migrations/territory/${nextMoment(changes.root, folder, now)}_${happened.snake}.sql`, template('event/migration.sql', places));
  changes.create(`${folder}/test/${happened.kebab}.itest.ts`, start.withImports(template('event/itest.ts', places)));
  addTable(changes, consumer, table, happened);
  const { pascal, kebab } = happened;
  changes.edit(consumer.moduleFile, (text) => {
    const imported = (['Handlers', 'Repository', 'Service'] as const).reduce((all, role) => addImport(all, `import { ${pascal}${role} } from './${kebab}/${kebab}.${role.toLowerCase()}.ts';`), text);
    return addToModule(addToModule(imported, 'controllers', [`${pascal}Handlers`]), 'providers', [`${pascal}Service`, `${pascal}Repository`]);
  });
}

/** Two handlers of one event in a service keep it from starting. */
function refuseSecondHandler(root: string, { folder, name }: Service, { exported, name: eventName }: KnownEvent): void {
  const handled = new RegExp(`@Handles\\(\\w+\\.${exported}\\)|@HandlesAll\\(`);
  const files = readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = files.find((path) => handled.test(readFileSync(join(root, folder, 'src', path), 'utf8')));
  if (found) throw new Refusal(`${name.kebab} handles ${eventName} already, in ${folder}/src/${found}: a service has one handler for an event. Call what is new from there.`);
}
