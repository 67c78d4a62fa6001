/** `npm run territory`. */
import { Problem } from '@unityplan/contracts';
import { isTerritoryError } from '@unityplan/territory';
import { commandOf, help } from './command.ts';
import { podFrom } from './pod.config.ts';
import { run } from './run.ts';
import { Refusal, withSurroundings } from './surroundings.ts';

const print = (line: string): void => console.log(line);

async function main(args: readonly string[]): Promise<number> {
  const command = commandOf(args);
  if (command === undefined) {
    print(help);
    return args.length === 0 ? 2 : 0;
  }
  return withSurroundings(podFrom(process.env), print, (surroundings) => run(command, surroundings));
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: Error & { code?: string }) => {
    console.error(error.message || error.code || error.name);
    // A fault of the server is worth another try; anything else asks for another command.
    const refused = error instanceof Refusal || error instanceof Problem || isTerritoryError(error) || error.code === undefined || error.code.startsWith('ERR_PARSE_ARGS');
    process.exitCode = refused ? 2 : 1;
  },
);
