import { IANAZone } from 'luxon';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A day on a wall calendar, `2026-03-29`. */
export type LocalDate = string;

/** What the clock and calendar on a wall show. */
export interface WallTime {
  readonly date: LocalDate;
  /** Since midnight on the clock, 0–1439. */
  readonly minutes: number;
}

/** What the wall shows at an instant (ms since 1970). An unknown zone is read as UTC. */
export function wallTimeAt(instant: number, zone: string): WallTime {
  const shown = instant + offsetAt(instant, zone);
  return { date: new Date(shown).toISOString().slice(0, 10), minutes: Math.floor((((shown % day) + day) % day) / minute) };
}

/**
 * The first instant at which the wall shows this time, or a later one: of an hour that comes twice the first, and of an hour that
 * is left out the moment the clocks jump.
 */
export function firstInstantOf({ date, minutes }: WallTime, zone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * minute;
  const offsets = [offsetAt(wanted - day, zone), offsetAt(wanted + day, zone)];
  const shown = offsets.map((offset) => wanted - offset).filter((instant) => instant + offsetAt(instant, zone) === wanted);
  if (shown.length > 0) return Math.min(...shown);
  // It is never shown: find the jump over it. Before the jump the wall shows less, after it more.
  return firstWhere(wanted - Math.max(...offsets) - hour, wanted - Math.min(...offsets) + hour, (instant) => instant + offsetAt(instant, zone) >= wanted);
}

/** The instant after `from` and until `to`, a day or so later, at which the clocks of a zone are changed. */
export function changeBetween(from: number, to: number, zone: string): number | undefined {
  const offset = offsetAt(from, zone);
  return offsetAt(to, zone) === offset ? undefined : firstWhere(from, to, (instant) => offsetAt(instant, zone) !== offset);
}

export function nextDate(date: LocalDate, days = 1): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** `22:30` as minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Halves until it has the first instant after `before` for which it is so; it is so at `after`, and from its first time on. */
function firstWhere(before: number, after: number, isSo: (instant: number) => boolean): number {
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isSo(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function offsetAt(instant: number, zone: string): number {
  const offset = IANAZone.create(zone).offset(instant);
  return Number.isNaN(offset) ? 0 : Math.round(offset * minute);
}
