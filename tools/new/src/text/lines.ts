import { Refusal } from '../refusal.ts';

/** Puts a line before the first one that matches `where`. Throws a Refusal when none does. */
export function insertBefore(text: string, where: RegExp, line: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((each) => where.test(each));
  if (at < 0) throw new Refusal(`it no longer has the line (${where.source}) before which this belongs: ${line.trim()}`);
  return lines.toSpliced(at, 0, line).join('\n');
}

/** Puts a line after the last one that matches `where`. Throws a Refusal when none does. */
export function insertAfterLast(text: string, where: RegExp, line: string): string {
  const lines = text.split('\n');
  const at = lines.findLastIndex((each) => where.test(each));
  if (at < 0) throw new Refusal(`it no longer has the lines (${where.source}) after which this belongs: ${line.trim()}`);
  return lines.toSpliced(at + 1, 0, line).join('\n');
}

/** Puts a line among its like (`where`) by the alphabet; after the last when it comes after all. */
export function insertSorted(text: string, where: RegExp, line: string): string {
  const lines = text.split('\n');
  const like = lines.flatMap((each, index) => (where.test(each) ? [index] : []));
  if (like.length === 0) throw new Refusal(`it no longer has the lines (${where.source}) among which this belongs: ${line.trim()}`);
  const at = like.find((index) => lines[index]!.trim() > line.trim()) ?? like.at(-1)! + 1;
  return lines.toSpliced(at, 0, line).join('\n');
}

/** Puts a line at the end of a block that begins with `head` and ends with the next line that is `}`. */
export function insertAtEndOfBlock(text: string, head: RegExp, line: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((each) => head.test(each));
  const end = start < 0 ? -1 : lines.findIndex((each, index) => index > start && /^\s*\}/.test(each));
  if (end < 0) throw new Refusal(`it no longer has the block (${head.source}) to which this belongs: ${line.trim()}`);
  return lines.toSpliced(end, 0, line).join('\n');
}

/** Sets a value in a JSON file that is laid out with two blanks, keeping `keys` in order of the alphabet. */
export function setInJson(text: string, section: string, key: string, value: string): string {
  const json = JSON.parse(text) as Record<string, Record<string, string>>;
  const entries = Object.entries({ ...json[section], [key]: value }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...json, [section]: Object.fromEntries(entries) }, null, 2)}\n`;
}
