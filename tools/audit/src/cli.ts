import { commandOf, help } from './command.ts';
import { run } from './run.ts';

try {
  const command = commandOf(process.argv.slice(2));
  if (command === undefined) console.log(help);
  else process.exitCode = await run(command, { env: process.env, print: (line) => console.log(line), progress: (line) => process.stderr.write(`${line}\n`) });
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\nSee npm run audit -- --help`);
  process.exitCode = 2;
}
