import { changeBetween, firstInstantOf, minutesOf, nextDate, wallTimeAt } from './local-time.ts';

export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/**
 * When something may be sent that is ready now: now, or the first instant at which the wall is no longer between `from` and `to`.
 * Quiet is what the wall shows, so an hour that comes twice is quiet twice.
 */
export function quietUntil(now: number, quiet: QuietHours | null, zone: string): number | undefined {
  if (!quiet || !isQuiet(now, quiet, zone)) return undefined;
  const { date } = wallTimeAt(now, zone);
  const minutes = minutesOf(quiet.to);
  const isEnd = (instant: number): boolean => instant > now && !isQuiet(instant, quiet, zone);
  const end = [0, 1, 2].map((days) => firstInstantOf({ date: nextDate(date, days), minutes }, zone)).find(isEnd)!;
  // Where clocks change meanwhile, or have just changed, the wall may leave the quiet hours by a jump, or show their end once more.
  const change = changeBetween(now - 3 * 3_600_000, end, zone);
  if (change === undefined) return end;
  const again = change + ((minutes - wallTimeAt(change, zone).minutes + 1440) % 1440) * 60_000;
  return Math.min(end, ...[change, again].filter(isEnd));
}

export function isQuiet(instant: number, { from, to }: QuietHours, zone: string): boolean {
  const { minutes } = wallTimeAt(instant, zone);
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return begins < ends ? minutes >= begins && minutes < ends : minutes >= begins || minutes < ends;
}
