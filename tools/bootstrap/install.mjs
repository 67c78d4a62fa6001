// Runs before `npm start` and `npm test`, on the machine's own Node: plain JavaScript, nothing imported from node_modules.
// The rest is loaded only when there is something to install, so that most starts lose no time here.
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUpToDate } from './stamp.mjs';

/** Installs when needed; prints one sentence and gives 1 on failure. */
export async function main(folder) {
  if (isUpToDate(folder)) return 0;
  const { ensureInstalled } = await import('./ensure.mjs');
  const failure = await ensureInstalled(folder);
  if (failure === undefined) return 0;
  process.stderr.write(`\n${failure}\n`);
  return 1;
}

const file = fileURLToPath(import.meta.url);
// Only when this file is the program, not when a test imports it.
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(file)) process.exitCode = await main(join(dirname(file), '..', '..'));
