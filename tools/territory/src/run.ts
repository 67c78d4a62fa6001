import { change } from './change.ts';
import type { Command } from './command.ts';
import { create } from './create.ts';
import { list } from './list.ts';
import type { Surroundings } from './surroundings.ts';

/** Carries a command out and answers the exit code. Throws what stands in the way. */
export function run(command: Command, surroundings: Surroundings): Promise<number> {
  if (command.name === 'list') return list(command.all, surroundings);
  return command.name === 'create' ? create(command, surroundings) : change(command, surroundings);
}
