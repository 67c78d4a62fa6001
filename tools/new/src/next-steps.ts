import type { Command } from './command.ts';

/** What whoever made it does next, as lines to show. */
export function nextSteps({ kind, name, options }: Command): string[] {
  const tests = (service: string): string => `npm run itest -w @unityplan/${service}`;
  switch (kind) {
    case 'service': return [`Try it: ${tests(name)}`, `Then say in apps/${name}/README.md what it is for, and give its things the fields they need.`];
    case 'capability': return [`Try it: ${tests(options['in']!)}`, `Then say in apps/${options['in']!}/README.md what it is for, and give its things the fields they need.`];
    case 'event': return [`Try it: ${tests(options['to']!)}`, ...(options['owner'] ? [`Then publish it where it happens, in the transaction of the change: await this.outbox.publish(tx, …, { … })`] : [])];
    case 'migration': return ['Write it to its end before the pod starts next: once applied, a migration is never changed.'];
    case 'page': return ['Try it: npm test -w @unityplan/frontend', `Then write better texts in apps/frontend/src/i18n/{en,da}/${name}.json, and look at /${name}.`];
  }
}
