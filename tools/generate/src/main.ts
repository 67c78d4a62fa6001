import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';

const help = `Writes what derives from libs/contracts and the handlers of the services: docs/generated, libs/sdk/src/generated,
the frontend's error texts and contracts.lock.json.

  npm run generate               write what changed
  npm run generate -- --check    write nothing; exit 1 and name the files that are stale

A change that would break whoever uses a contract is refused: make a version 2. Before a contract is in use anywhere,
deleting its entry from contracts.lock.json allows the change, and shows in the review that it was meant.`;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } });
if (values.help) {
  console.log(help);
} else {
  const { failed, lines } = await generate(resolve(import.meta.dirname, '../../..'), values.check);
  (failed ? console.error : console.log)(lines.join('\n'));
  process.exitCode = failed ? 1 : 0;
}
