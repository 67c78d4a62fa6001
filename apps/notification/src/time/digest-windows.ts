import { firstInstantOf, nextDate, wallTimeAt, weekdayOf, type LocalDate } from './local-time.ts';

export interface DigestSchedule {
  readonly every: 'daily' | 'weekly';
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
}

/** One digest of a member: there is at most one per date on their calendar, whatever clocks, zones and wishes do. */
export interface DigestWindow {
  readonly date: LocalDate;
  readonly dueAt: number;
}

/**
 * The first window that begins after `now` and whose date is later than `last`, the date of the newest digest there was. A date
 * that the calendar leaves out has none; an hour that the clock leaves out is replaced by the moment of the jump, and of an hour
 * that comes twice the first counts.
 */
export function nextWindow(now: number, last: LocalDate | null, { every, weekday, hour }: DigestSchedule, zone: string): DigestWindow {
  // From yesterday on: the wall may be past midnight and go back again.
  for (let date = nextDate(wallTimeAt(now, zone).date, -1); ; date = nextDate(date)) {
    if ((last !== null && date <= last) || (every === 'weekly' && weekdayOf(date) !== weekday)) continue;
    const dueAt = firstInstantOf({ date, minutes: hour * 60 }, zone);
    if (dueAt > now && exists(date, zone)) return { date, dueAt };
  }
}

function exists(date: LocalDate, zone: string): boolean {
  return firstInstantOf({ date, minutes: 0 }, zone) < firstInstantOf({ date: nextDate(date), minutes: 0 }, zone);
}
