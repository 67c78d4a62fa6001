import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { MemoryFile } from './send-file.ts';

// Vite puts the hash of the content in the name of everything below /assets.
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** The built frontend in memory. Paths without a file belong to the application's own router and get its page. */
export class Frontend {
  private files = new Map<string, MemoryFile>();
  private readAt = 0;
  private checkedAt = 0;
  private looking: Promise<void> | undefined;

  constructor(private readonly dir: string | undefined) {}

  /** The file for a path; undefined when there is none. */
  async file(path: string): Promise<MemoryFile | undefined> {
    await this.refresh();
    const found = this.files.get(path);
    if (found || extname(path) !== '') return found;
    return this.files.get('/index.html');
  }

  /** Reads the folder again after a new build: index.html is written last, and looked at once a second at most. Who comes while it is read waits for it. */
  private refresh(): Promise<void> | undefined {
    if (this.dir === undefined || Date.now() - this.checkedAt < 1_000) return this.looking;
    this.checkedAt = Date.now();
    return (this.looking ??= this.look(this.dir).finally(() => (this.looking = undefined)));
  }

  private async look(dir: string): Promise<void> {
    const built = await stat(join(dir, 'index.html')).then((found) => found.mtimeMs, () => 0);
    // While a build is under way there is no index.html: what was read before serves on.
    if (built !== 0 && built !== this.readAt) await this.read(dir, built);
  }

  private async read(dir: string, built: number): Promise<void> {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = new Map<string, MemoryFile>();
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.endsWith('.map') || entry.name.startsWith('.')) continue;
      const full = join(entry.parentPath, entry.name);
      const path = `/${relative(dir, full).split(sep).join('/')}`;
      files.set(path, new MemoryFile(path, await readFile(full), hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'));
    }
    this.files = files;
    this.readAt = built;
  }
}
