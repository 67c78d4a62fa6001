import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** One file as it will be; `before` is undefined for a new one. */
export interface Change {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Collects what a run will write, in a workspace that it does not touch before `apply`. */
export class Changes {
  readonly root: string;
  private readonly changes = new Map<string, Change>();

  constructor(root: string) {
    this.root = root;
  }

  /** A new file. Throws a Refusal when there is one already. */
  create(path: string, text: string): void {
    if (this.changes.has(path) || existsSync(join(this.root, path))) throw new Refusal(`${path} exists already. Choose another name, or extend what is there.`);
    this.changes.set(path, { path, before: undefined, after: text });
  }

  /** A new file, or a changed one: `edit` gets its text, undefined when there is none. */
  put(path: string, edit: (text: string | undefined) => string): void {
    const known = this.changes.get(path);
    const text = known?.after ?? this.read(path);
    const before = known ? known.before : text;
    this.changes.set(path, { path, before, after: edit(text) });
  }

  /** Changes a file that is there. An `edit` that finds its place no longer throws; the path goes into the message. */
  edit(path: string, edit: (text: string) => string): void {
    this.put(path, (text) => {
      if (text === undefined) throw new Refusal(`${path} is missing; is this a whole clone?`);
      try {
        return edit(text);
      } catch (error) {
        throw error instanceof Refusal ? new Refusal(`${path}: ${error.message}`) : error;
      }
    });
  }

  read(path: string): string | undefined {
    const file = join(this.root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  list(): readonly Change[] {
    return [...this.changes.values()].filter(({ before, after }) => before !== after);
  }

  /** Throws a Refusal when a file that would be changed has work in it that is not committed: undoing would lose it. */
  refuseUnclean(): void {
    const paths = this.list().filter(({ before }) => before !== undefined).map(({ path }) => path);
    if (paths.length === 0) return;
    const status = execFileSync('git', ['status', '--porcelain', '--', ...paths], { cwd: this.root, encoding: 'utf8' });
    const unclean = status.split('\n').filter(Boolean).map((line) => `  ${line.slice(3)}`);
    if (unclean.length > 0) throw new Refusal(`These files would be changed and have work in them that is not committed:\n${unclean.join('\n')}\nCommit it first (git add -A && git commit), then run this again.`);
  }

  apply(): void {
    for (const { path, after } of this.list()) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), after);
    }
  }
}
