import type { CategoryMay } from '@unityplan/sdk';
import { expect, it } from 'vitest';
import { nextDoorChange } from './door-time.ts';

const door = (until: string | null) => ({ allowed: true, until, needs: 'all' as const, lacking: [] });
const may = (reply: string | null, vote: string | null = null): CategoryMay => ({ read: door(null), reply: door(reply), create: door(null), vote: door(vote), moderate: door(null) });

it('knows the door that changes first', () => {
  expect(nextDoorChange([may(null)])).toBeNull();
  expect(nextDoorChange([may('2027-01-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'), may('2026-12-24T00:00:00.000Z')])).toBe('2026-12-01T00:00:00.000Z');
});
