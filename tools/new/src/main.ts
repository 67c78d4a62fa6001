/** `npm run new`: the beginning of a service, a capability, an event, a migration or a page. */
import { resolve } from 'node:path';
import { Changes } from './changes.ts';
import { help, readCommand, type Command } from './command.ts';
import { derive } from './derive.ts';
import { nextSteps } from './next-steps.ts';
import { plan } from './plan.ts';
import { Refusal } from './refusal.ts';
import { shown } from './shown.ts';

const root = resolve(import.meta.dirname, '../../..');

async function make(command: Command): Promise<void> {
  const changes = new Changes(root);
  const aftermath = plan(changes, command, new Date());
  changes.refuseUnclean();
  if (command.dryRun) return console.log(['This would be written:', ...shown(changes.list()), '', ...follows(aftermath), 'Nothing was written (--dry-run).'].join('\n'));
  changes.apply();
  console.log(shown(changes.list()).join('\n'));
  const done = await derive(root, command.name, aftermath);
  console.log([...done.map((line) => `  then     ${line}`), '', ...nextSteps(command)].join('\n'));
}

const follows = ({ install, generate, routes }: ReturnType<typeof plan>): string[] =>
  [...(install ? ['  then     npm install (the lockfile and a link, offline)'] : []), ...(generate ? ['  then     npm run generate'] : []), ...(routes ? ['  then     apps/frontend/src/app/routeTree.gen.ts'] : [])];

async function main(): Promise<number> {
  try {
    const command = readCommand(process.argv.slice(2), process.env);
    if (command === undefined) {
      console.log(help);
      return 0;
    }
    await make(command);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof Refusal)) console.error('What was written so far is there to look at: git status; git stash -u takes it away.');
    return 1;
  }
}

process.exitCode = await main();
