import { expect, it } from 'vitest';
import { commandOf } from './command.ts';

it('understands its commands', () => {
  expect(commandOf(['verify'])).toEqual({ action: 'verify', territories: [], witnesses: [] });
  expect(commandOf(['checkpoint', '--territory', 'DK', '--territory', 'NO'])).toMatchObject({ action: 'checkpoint', territories: ['DK', 'NO'] });
  for (const args of [[], ['--help'], ['verify', '-h']]) expect(commandOf(args)).toBeUndefined();
  for (const args of [['erase'], ['verify', 'DK'], ['verify', '--all']]) expect(() => commandOf(args)).toThrow();
});
