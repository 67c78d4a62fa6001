import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './check.ts';

const help = `Checks who may import whom: projects by their tags, capabilities inside a service, features inside the frontend,
import cycles, undeclared workspace dependencies, names built by hand, and the environment read outside configuration.

  npm run boundaries              exit 1 with a sentence for each fault
  npm run boundaries -- <folder>  check another workspace`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } }, allowPositionals: true });
if (values.help) {
  console.log(help);
} else {
  const startedAt = performance.now();
  const { faults, files } = await check(resolve(positionals[0] ?? resolve(import.meta.dirname, '../../..')));
  for (const fault of faults) console.error(fault);
  console.log(`${faults.length === 0 ? 'Boundaries hold' : `${faults.length} faults`} (${files} files, ${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
