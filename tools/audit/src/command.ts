import { parseArgs } from 'node:util';

export const help = `Looks after the audit trails of a pod.

  npm run audit -- verify [--territory DK] [--witness checkpoint.json]
  npm run audit -- checkpoint [--territory DK]

verify      reads every entry and names what was changed, removed, reordered, cut off or dated back
checkpoint  signs where each trail ends now, and prints it: keep it somewhere else
--territory only this one (may be repeated); default: all of the pod, suspended and archived ones too, in all its databases
--pod       which pod, such as europe, when several run
--witness   a checkpoint that was kept elsewhere, as printed or as answered by /api/v1/audit/checkpoint (may be repeated)

Environment: DATABASE_URL, POD_ID, POD_SECRET (or POD_SECRET_FILE); ROLE_PREFIX and POSTGRES_DB_<ID> when the pod has them.
Ends with 0 when all is right, 1 when a trail has faults, 2 when it could not look.`;

export interface Command {
  readonly action: 'verify' | 'checkpoint';
  readonly territories: readonly string[];
  readonly witnesses: readonly string[];
}

/** The command in the arguments; undefined when help was asked for. Throws a sentence for anything else. */
export function commandOf(args: readonly string[]): Command | undefined {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, territory: { type: 'string', multiple: true }, witness: { type: 'string', multiple: true } },
  });
  if (values.help || positionals.length === 0) return undefined;
  const [action, ...rest] = positionals;
  if ((action !== 'verify' && action !== 'checkpoint') || rest.length > 0) throw new Error(`Unknown command: ${positionals.join(' ')}`);
  return { action, territories: values.territory ?? [], witnesses: values.witness ?? [] };
}
