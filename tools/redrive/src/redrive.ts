import { discardDeadLetters, listDeadLetters, redriveDeadLetters, type DeadLetter, type Queryable } from '@unityplan/messaging';
import { parseTerritoryId } from '@unityplan/territory/names';
import { parseArgs } from 'node:util';

export const help = `npm run redrive -- <service> [--territory DE] [--id N] [--list | --discard] [--dry-run] [--pod NAME]

Gives the dead letters of a service back to it: it runs each again, oldest first, at once when it is up or else when it
starts. An event that fails again becomes a dead letter again. Looks into every database of the pod.
  --territory  only those of this territory
  --id N       only the dead letter with this number; numbers are counted per database
  --list       show them, change nothing
  --discard    settle them without handling; they stay on record
  --dry-run    say what would be done
  --pod NAME   which pod, when several run
Environment: DATABASE_URL of the pod's database. POD_ID and POD_SECRET (or POD_SECRET_FILE), and POSTGRES_DB_<ID> when the pod
has them, for the databases that territories have of their own: without these two it looks into the pod's own alone.`;

export interface Command {
  readonly service: string;
  readonly id?: string;
  readonly territory?: string;
  readonly action: 'redrive' | 'discard' | 'list';
  readonly dryRun: boolean;
}

/** The command line as a command; a string says what is wrong with it, undefined asks for the help. */
export function commandOf(args: string[]): Command | string | undefined {
  try {
    const { values, positionals } = parseArgs({
      args, allowPositionals: true,
      options: { id: { type: 'string' }, territory: { type: 'string' }, list: { type: 'boolean' }, discard: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return undefined;
    const [service, ...more] = positionals;
    if (!service || more.length > 0) return 'Name one service, such as notification.';
    if (values.id !== undefined && !/^\d{1,18}$/.test(values.id)) return `--id takes a number, not ${values.id}.`;
    if (values.list && values.discard) return '--list and --discard do not go together.';
    const territory = values.territory === undefined ? {} : { territory: parseTerritoryId(values.territory) };
    return { service, ...(values.id === undefined ? {} : { id: values.id }), ...territory, action: values.discard ? 'discard' : values.list ? 'list' : 'redrive', dryRun: values['dry-run'] ?? false };
  } catch (error) {
    return (error as Error).message;
  }
}

/** A database of the pod, by its name. */
export interface NamedDatabase {
  readonly name: string;
  readonly database: Queryable;
}

/** Does it in every database and answers what to print. The pod's own goes first in `databases`: consumers listen there. */
export async function runCommand(databases: readonly NamedDatabase[], { service, id, territory, action, dryRun }: Command): Promise<string[]> {
  const filter = { consumer: service, ...(id === undefined ? {} : { id }), ...(territory === undefined ? {} : { territory }) };
  const found = await Promise.all(databases.map(async ({ name, database }) => ({ name, database, letters: await listDeadLetters(database, filter) })));
  const holding = found.filter(({ letters }) => letters.length > 0);
  const letters = holding.flatMap((one) => one.letters).toSorted((a, b) => a.failedAt.getTime() - b.failedAt.getTime());
  if (letters.length === 0) return [`${service} has no dead letters${territory === undefined ? '' : ` of ${territory}`}${id === undefined ? '' : ` with number ${id}`}.`];
  if (action === 'list') return letters.map(lineOf);
  if (id !== undefined && holding.length > 1) throw new Error(`${holding.map(({ name }) => name).join(' and ')} each have a dead letter with number ${id}: say which with --territory, as in --territory ${letters[0]!.territory}.`);
  const verb = action === 'redrive' ? 'given back to' : 'discarded for';
  if (dryRun) return [...letters.map(lineOf), `${letters.length} would be ${verb} ${service}.`];
  let count = 0;
  // The pod's own last: it tells the consumers, which then look into all.
  for (const { database } of found.toReversed()) count += await (action === 'redrive' ? redriveDeadLetters : discardDeadLetters)(database, filter);
  return [`${count} ${verb} ${service}.`];
}

const lineOf = (letter: DeadLetter): string =>
  `${letter.id}  ${letter.failedAt.toISOString()}  ${letter.territory}  ${letter.event}  ${letter.aggregate}  ${letter.reason}${letter.redrivenAt ? '  (given back, not yet handled)' : ''}`;
