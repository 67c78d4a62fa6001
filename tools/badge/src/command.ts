import { parseArgs } from 'node:util';
import { badgeKey } from '@unityplan/contracts';
import { parseTerritoryId } from '@unityplan/territory/names';
import { z } from 'zod';

export const help = `npm run badge -- <command> --territory DK --member @handle [options]

On behalf of the operator of a running pod. Members read every reason.

  award     --badge KEY --reason TEXT   awards a badge; the first manager of a territory comes to office this way
              --level N                 level, 1 when left out
              --at ID                   where it counts, when not in the whole territory: DK-COPENHAGEN
              --until 2027-01-31        expires at the end of that day (UTC); by the badge's own rule when left out
  revoke    --badge KEY --reason TEXT   takes it back; never from the last manager
              --at ID
  list                                  everything the member was ever awarded

  --member      @handle, or the member's id
  --help        this text

Roles are badges: territory-manager, moderator, teacher.`;

interface Who {
  readonly territory: string;
  /** A handle without its @, or an id. */
  readonly member: { readonly handle: string } | { readonly id: string };
}
interface What extends Who {
  readonly badge: string;
  readonly reason: string;
  readonly at: string;
}
export type Command =
  | (What & { readonly name: 'award'; readonly level: number; readonly expiresAt: string | null })
  | (What & { readonly name: 'revoke' })
  | (Who & { readonly name: 'list' });

/** Reads the arguments: a command, undefined when help was asked for, or a sentence that says what does not fit. */
export function commandOf(args: readonly string[]): Command | string | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        territory: { type: 'string' }, member: { type: 'string' }, badge: { type: 'string' }, reason: { type: 'string' }, level: { type: 'string', default: '1' }, at: { type: 'string' }, until: { type: 'string' }, help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help || args.length === 0) return undefined;
    const [name, ...more] = positionals;
    if ((name !== 'award' && name !== 'revoke' && name !== 'list') || more.length > 0) return `The commands are award, revoke and list; not ${positionals.join(' ') || 'nothing'}.`;
    const territory = parseTerritoryId(needed(values.territory, 'territory'));
    const member = memberOf(needed(values.member, 'member'));
    if (name === 'list') return { name, territory, member };
    const reason = needed(values.reason, 'reason').trim();
    if (reason.length < 3 || reason.length > 500) return 'A reason has 3 to 500 characters: the member reads it.';
    const badge = badgeKey.safeParse(needed(values.badge, 'badge'));
    if (!badge.success) return `${values.badge} is no badge's key; one looks like community-host.`;
    const what = { territory, member, badge: badge.data, reason, at: values.at === undefined ? territory : parseTerritoryId(values.at) };
    if (name === 'revoke') return { name, ...what };
    const level = Number(values.level);
    if (!Number.isInteger(level) || level < 1 || level > 9) return `--level takes 1 to 9, not ${values.level}.`;
    return { name, ...what, level, expiresAt: values.until === undefined ? null : endOf(values.until) };
  } catch (error) {
    return (error as Error).message;
  }
}

function needed(value: string | undefined, name: string): string {
  if (!value) throw new Error(`--${name} is missing.`);
  return value;
}

function memberOf(text: string): { handle: string } | { id: string } {
  if (z.uuid().safeParse(text).success) return { id: text };
  const handle = text.replace(/^@/, '').toLowerCase();
  if (!/^[a-z][a-z0-9_-]{2,29}$/.test(handle)) throw new Error(`${text} is neither a handle such as @freja nor a member's id.`);
  return { handle };
}

function endOf(day: string): string {
  if (!z.iso.date().safeParse(day).success) throw new Error(`--until takes a day such as 2027-01-31, not ${day}.`);
  return `${day}T23:59:59.000Z`;
}
