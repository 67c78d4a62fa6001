import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWindow, type DigestSchedule } from './digest-windows.ts';
import { firstInstantOf, nextDate, wallTimeAt } from './local-time.ts';
import { isQuiet, quietUntil } from './quiet-hours.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const [begin, end] = [Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)];

/** The wall as the platform's own formatter shows it: another way to the same answer. */
function wallReader(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(instant);
}

/** Instants at which clocks are changed, found by looking at the wall every day and halving. */
function edgesOf(zone: string): number[] {
  const read = wallReader(zone);
  const offset = (instant: number) => Date.parse(`${read(instant).replace(' ', 'T')}:00Z`) - instant;
  const edges: number[] = [];
  for (let at = begin; at < end; at += day) {
    if (offset(at) === offset(at + day)) continue;
    let [before, after] = [at, at + day];
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    edges.push(after);
  }
  return edges;
}

const zones = Intl.supportedValuesOf('timeZone');
const every = zones.flatMap((zone) => edgesOf(zone).map((at) => ({ zone, at })));
/** Zones whose clocks show the same before and after an edge need one look, unless everything is to be proven. */
const alike = new Map(every.map(({ zone, at }) => [`${at} ${wallReader(zone)(at)} ${wallReader(zone)(at - minute)}`, { zone, at }]));
const full = process.env['PROOF'] === 'full';
const edges = full ? every : [...alike.values()];
const text = ({ date, minutes }: { date: string; minutes: number }) => `${date} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

describe(`all ${zones.length} zones, ${every.length} changes of clocks in two years, ${edges.length} of them looked at`, () => {
  it('finds the edges there are', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(every.length).toBeGreaterThan(400);
    expect(every.filter(({ zone }) => zone === 'Europe/Copenhagen').map(({ at }) => new Date(at).toISOString())).toEqual(
      ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', '2027-03-28T01:00:00.000Z', '2027-10-31T01:00:00.000Z']);
  });

  it('has one digest per date at each hour: none doubled, none skipped, none late', () => {
    for (const { zone, at } of edges) {
      const read = wallReader(zone);
      // Every quarter of an hour around the edge, in order, as the wall shows it.
      const wall = Array.from({ length: 4 * 24 * 4 }, (_, i) => at - 2 * day + i * 15 * minute).map((instant) => [instant, read(instant)] as const);
      const dates = [...new Set(wall.map(([, shown]) => shown.slice(0, 10)))].slice(1, -1);
      for (let at_hour = 0; at_hour < 24; at_hour++) {
        const schedule: DigestSchedule = { every: 'daily', weekday: 1, hour: at_hour };
        const found: string[] = [];
        let last: string | null = nextDate(dates[0]!, -1);
        for (let now = wall[0]![0]; ; ) {
          const window = nextWindow(now, last, schedule, zone);
          if (window.date > dates.at(-1)!) break;
          const expected = wall.find(([, shown]) => shown >= text({ date: window.date, minutes: at_hour * 60 }))!;
          if (window.dueAt !== expected[0]) throw new Error(`${zone} ${window.date} ${at_hour}:00 comes at ${new Date(window.dueAt).toISOString()}, not ${new Date(expected[0]).toISOString()}`);
          found.push(window.date);
          [last, now] = [window.date, window.dueAt];
        }
        expect(found, `${zone} ${at_hour}:00`).toEqual(dates);
      }
    }
  });

  it('never sends in quiet hours, and releases at their first end', () => {
    const times = ['00:00', '01:00', '02:30', '03:00', '22:00', '23:30'];
    for (const { zone, at } of edges) {
      const read = wallReader(zone);
      const step = 15 * minute;
      const wall = Array.from({ length: (24 * hour) / step * 2 }, (_, i) => at - 12 * hour + i * step).map((instant) => [instant, read(instant).slice(11)] as const);
      for (const from of times)
        for (const to of times) {
          if (from === to) continue;
          const quietAt = (shown: string) => (from < to ? shown >= from && shown < to : shown >= from || shown < to);
          let release = Number.POSITIVE_INFINITY;
          for (let i = wall.length - 1; i >= 0; i--) {
            const [instant, shown] = wall[i]!;
            if (!quietAt(shown)) release = instant;
            if (instant > at + 3 * hour || instant < at - 2 * hour || release === Number.POSITIVE_INFINITY) continue;
            if (!full && i % 2 === 1) continue;
            const until = quietUntil(instant, { from, to }, zone);
            if ((until ?? instant) !== release) throw new Error(`${zone} ${from}–${to} at ${new Date(instant).toISOString()}: ${until && new Date(until).toISOString()}, not ${new Date(release).toISOString()}`);
          }
        }
    }
  });
});

it('has one digest per date through any journey, and none is more than two days away', () => {
  const travelled = fc.array(fc.record({ zone: fc.constantFrom(...zones), hours: fc.integer({ min: 1, max: 60 }), hour: fc.integer({ min: 0, max: 23 }) }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(travelled, fc.integer({ min: begin, max: end }), (legs, start) => {
      let now = start;
      let last: string | null = null;
      const sent: string[] = [];
      for (const { zone, hours, hour: at } of legs) {
        const until = now + hours * hour;
        for (;;) {
          const { date, dueAt } = nextWindow(now, last, { every: 'daily', weekday: 1, hour: at }, zone);
          expect(dueAt - now).toBeLessThanOrEqual(3 * day);
          if (dueAt > until) break;
          sent.push(date);
          [last, now] = [date, dueAt];
        }
        now = until;
      }
      expect(new Set(sent).size).toBe(sent.length);
    }),
    { numRuns: full ? 20_000 : 500 },
  );
});

it('knows the week, dates that calendars leave out, and clocks that go back over midnight', () => {
  expect(nextWindow(Date.UTC(2026, 10, 21), null, { every: 'weekly', weekday: 1, hour: 8 }, 'Europe/Copenhagen')).toEqual({ date: '2026-11-23', dueAt: Date.UTC(2026, 10, 23, 7) });
  // Samoa went from the 29th to the 31st of December 2011.
  expect(nextWindow(Date.UTC(2011, 11, 29, 22), '2011-12-29', { every: 'daily', weekday: 1, hour: 8 }, 'Pacific/Apia').date).toBe('2011-12-31');
  expect(wallTimeAt(Date.UTC(2026, 0, 1), 'Nowhere/At_all')).toEqual({ date: '2026-01-01', minutes: 0 });
  expect(firstInstantOf({ date: '2026-03-29', minutes: 150 }, 'Europe/Copenhagen')).toBe(Date.UTC(2026, 2, 29, 1));
  expect(isQuiet(Date.UTC(2026, 10, 21, 23), { from: '22:00', to: '07:00' }, 'UTC')).toBe(true);
  expect(quietUntil(Date.UTC(2026, 10, 21, 12), null, 'UTC')).toBeUndefined();
});
