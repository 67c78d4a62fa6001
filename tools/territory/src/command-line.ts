import { Problem } from '@unityplan/contracts';
import { isTerritoryError } from '@unityplan/territory';
import { commandOf, help } from './command.ts';
import { podFrom } from './pod.config.ts';
import { run } from './run.ts';
import { Refusal, withSurroundings } from './surroundings.ts';

/** Where a command writes: its outcome, and what stood in its way. */
export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

/** The whole command as it is typed; answers the exit code. */
export async function commandLine(args: readonly string[], env: Readonly<Record<string, string | undefined>>, { print, complain }: Terminal): Promise<number> {
  try {
    const command = commandOf(args);
    if (command === undefined) {
      print(help);
      return args.length === 0 ? 2 : 0;
    }
    return await withSurroundings(podFrom(env), print, (surroundings) => run(command, surroundings));
  } catch (thrown) {
    const error = thrown as Error & { code?: string };
    complain(error.message || error.code || error.name);
    // A fault of the server is worth another try; anything else asks for another command.
    const refused = error instanceof Refusal || error instanceof Problem || isTerritoryError(error) || error.code === undefined || error.code.startsWith('ERR_PARSE_ARGS');
    return refused ? 2 : 1;
  }
}
