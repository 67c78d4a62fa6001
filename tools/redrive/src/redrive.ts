import { discardDeadLetters, listDeadLetters, redriveDeadLetters, type DeadLetter, type Queryable } from '@unityplan/messaging';
import { parseArgs } from 'node:util';

export const help = `npm run redrive -- <service> [--id N] [--list | --discard] [--dry-run]

Gives the dead letters of a service back to it: it runs each again, oldest first, at once when it is up or else when it
starts. An event that fails again becomes a dead letter again.
  --id N      only the dead letter with this number
  --list      show them, change nothing
  --discard   settle them without handling; they stay on record
  --dry-run   say what would be done
DATABASE_URL names the database: the pod's own, or that of a territory which has one of its own.`;

export interface Command {
  readonly service: string;
  readonly id?: string;
  readonly action: 'redrive' | 'discard' | 'list';
  readonly dryRun: boolean;
}

/** The command line as a command; a string says what is wrong with it, undefined asks for the help. */
export function commandOf(args: string[]): Command | string | undefined {
  try {
    const { values, positionals } = parseArgs({
      args, allowPositionals: true,
      options: { id: { type: 'string' }, list: { type: 'boolean' }, discard: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return undefined;
    const [service, ...more] = positionals;
    if (!service || more.length > 0) return 'Name one service, such as notification.';
    if (values.id !== undefined && !/^\d{1,18}$/.test(values.id)) return `--id takes a number, not ${values.id}.`;
    if (values.list && values.discard) return '--list and --discard do not go together.';
    return { service, ...(values.id === undefined ? {} : { id: values.id }), action: values.discard ? 'discard' : values.list ? 'list' : 'redrive', dryRun: values['dry-run'] ?? false };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Does it and answers what to print. */
export async function runCommand(database: Queryable, { service, id, action, dryRun }: Command): Promise<string[]> {
  const filter = { consumer: service, ...(id === undefined ? {} : { id }) };
  const letters = await listDeadLetters(database, filter);
  if (letters.length === 0) return [`${service} has no dead letters${id === undefined ? '' : ` with number ${id}`}.`];
  if (action === 'list') return letters.map(lineOf);
  const verb = action === 'redrive' ? 'given back to' : 'discarded for';
  if (dryRun) return [...letters.map(lineOf), `${letters.length} would be ${verb} ${service}.`];
  const count = await (action === 'redrive' ? redriveDeadLetters : discardDeadLetters)(database, filter);
  return [`${count} ${verb} ${service}.`];
}

const lineOf = (letter: DeadLetter): string =>
  `${letter.id}  ${letter.failedAt.toISOString()}  ${letter.territory}  ${letter.event}  ${letter.aggregate}  ${letter.reason}${letter.redrivenAt ? '  (given back, not yet handled)' : ''}`;
