/** One clear sentence for whatever went wrong at start. Errors of ours are sentences already; those of the system get one here. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message && error.errors.length > 0) return sentenceOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const { code, path, syscall, message } = error as NodeJS.ErrnoException;
  const where = path ?? 'the state folder';
  if (/^The disk is full/.test(message)) return message;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk is full${path ? `: ${path} could not be written` : ''}.`;
  if (/no space left on device/i.test(message)) return `The disk is full: ${message}.`;
  if (code === 'EACCES' || code === 'EPERM') return `No rights to write ${where}: change its owner, or name another folder with --state.`;
  if (code === 'EROFS') return `${where} is on a read-only file system: name another folder with --state.`;
  // What mkdir says of a read-only file system.
  if (code === 'ENOENT' && syscall === 'mkdir') return `${where} cannot be made: what lies above it is missing or read-only. Name another folder with --state.`;
  if (code === 'ENOTDIR' || (code === 'EEXIST' && path)) return `${where} cannot be made: a file is in the way. Move it, or name another folder with --state.`;
  return message || code || error.name;
}

/** The most telling part of what a program wrote before it ended. */
export function lastWords(text: string): string {
  const lines = text.split('\n').map(plain).filter(Boolean);
  const fault = lines.findLastIndex((line) => /^(Uncaught )?[A-Za-z]*Error\b.*:|^The configuration does not fit/.test(line));
  // A fault of configuration has a line per variable below it.
  if (fault >= 0 && lines[fault]!.startsWith('The configuration')) return lines.slice(fault).join(' ').slice(0, 400);
  const chosen = lines[fault] ?? lines.findLast((line) => /error|cannot|refused|fail|in use|denied/i.test(line)) ?? lines.at(-1);
  return (chosen ?? 'it said nothing').replace(/^Error: /, '').slice(0, 400);
}

/** The message of a log line; other lines without blanks, stack frames and Node's closing line. */
function plain(line: string): string {
  const text = line.trim();
  if (/^at |^Node\.js v/.test(text)) return '';
  if (!text.startsWith('{')) return text;
  try {
    const entry = JSON.parse(text) as { msg?: string; err?: { message?: string } };
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ');
  } catch {
    return text;
  }
}
