import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const stamp = (time: Date): string => time.toISOString().slice(0, 16).replaceAll('-', '').replace('T', '_').replace(':', '');

/** The migrations of a service as `layer/file`, oldest first in each layer. */
export function migrationsOf(root: string, folder: string): string[] {
  return ['global', 'territory'].flatMap((layer) => {
    const dir = join(root, folder, 'src/db/migrations', layer);
    return existsSync(dir) ? readdirSync(dir).sort().map((name) => `${layer}/${name}`) : [];
  });
}

/** The moment of a new migration: now, or a minute after the newest of its owner, since the migrator refuses one that comes before it. */
export function nextMoment(root: string, folder: string, now: Date): string {
  const newest = migrationsOf(root, folder).map((path) => path.split('/')[1]!.slice(0, 13)).sort().at(-1) ?? '';
  const wanted = stamp(now);
  if (wanted > newest) return wanted;
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)$/.exec(newest)!;
  return stamp(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute) + 1)));
}
