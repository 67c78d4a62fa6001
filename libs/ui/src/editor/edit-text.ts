/** A text with its selection. */
export interface Written {
  text: string;
  start: number;
  end: number;
}

/** Puts marks around the selection, or takes them off when they are there. */
export function wrapWith(mark: string, { text, start, end }: Written): Written {
  const chosen = text.slice(start, end);
  if (text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark) {
    return { text: text.slice(0, start - mark.length) + chosen + text.slice(end + mark.length), start: start - mark.length, end: end - mark.length };
  }
  return { text: text.slice(0, start) + mark + chosen + mark + text.slice(end), start: start + mark.length, end: end + mark.length };
}

/** Puts a prefix before each selected line, or takes it off when all have it. */
export function prefixLines(prefix: string, { text, start, end }: Written): Written {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.startsWith(prefix));
  const changed = lines.map((line) => (all ? line.slice(prefix.length) : prefix + line)).join('\n');
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length };
}

/** Makes a link of the selection and selects the place of its address. */
export function makeLink({ text, start, end }: Written): Written {
  const label = text.slice(start, end);
  const made = `[${label}](https://)`;
  const address = start + label.length + 3;
  return { text: text.slice(0, start) + made + text.slice(end), start: label ? address : start + 1, end: label ? address + 8 : start + 1 };
}

/** The unfinished `@name` before the caret, if the caret stands in one. */
export function mentionAt(text: string, caret: number): { from: number; prefix: string } | undefined {
  const match = /(?:^|[\s([{>])@([a-z0-9_-]{0,30})$/iu.exec(text.slice(0, caret));
  if (!match) return undefined;
  const prefix = match[1] ?? '';
  return { from: caret - prefix.length - 1, prefix: prefix.toLowerCase() };
}

/** Lines of a quotation. */
export function quoted(text: string): string {
  return text.trim().split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
}
