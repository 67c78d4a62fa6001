import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const tailBytes = 64 * 1024;
const failure = /\b(FATAL|PANIC|ERROR|FTL|ERR|Fatal|fatal|error|Failed|failed|Can't open|cannot|could not|No space)\b/;
const keepBytes = 16 * 1024 * 1024;

/** The most telling line a server wrote since `from`: the last one that speaks of a failure, else the last one. */
export function lastMeaningfulLine(logFile: string, from = 0): string {
  return pickLine(readTail(logFile, from));
}

/** The last line since `from` that speaks of a failure, if there is one. */
export function lastFailure(logFile: string, from: number): string | undefined {
  const line = linesOf(readTail(logFile, from)).findLast((candidate) => failure.test(candidate));
  return line === undefined ? undefined : withoutStamp(line);
}

/** The choice itself; also shortens the line's time stamp and level away. */
export function pickLine(text: string): string {
  const lines = linesOf(text);
  const line = lines.findLast((candidate) => failure.test(candidate)) ?? lines.at(-1);
  return line === undefined ? 'it wrote nothing to its log' : withoutStamp(line);
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

function withoutStamp(line: string): string {
  return line
    .replace(/^\[\d+\] \d{4}\/\d\d\/\d\d [\d:.]+ \[(\w+)\] /, '') // nats-server
    .replace(/^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (LOG|FATAL|PANIC|ERROR): +/, '') // PostgreSQL
    .replace(/^\d+:\w \d+ \w+ \d{4} [\d:.]+ [#*.-] /, '') // Redis
    .replace(/[.\s]+$/, '');
}

function readTail(logFile: string, from: number): string {
  try {
    const fd = openSync(logFile, 'r');
    try {
      const size = fstatSync(fd).size;
      const start = Math.max(from, size - tailBytes);
      const buffer = Buffer.alloc(Math.max(0, size - start));
      readSync(fd, buffer, 0, buffer.length, start);
      return buffer.toString('utf8');
    } finally {
      closeSync(fd);
    }
  } catch {
    return '';
  }
}

/** Size of the log before a start; a log that has grown large is set aside first. */
export function beginLog(logFile: string): number {
  try {
    const size = statSync(logFile).size;
    if (size < keepBytes) return size;
    renameSync(logFile, `${logFile}.1`);
  } catch {
    // No log yet.
  }
  return 0;
}
