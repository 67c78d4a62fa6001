import { describe, expect, it } from 'vitest';
import { commandOf } from './redrive.ts';

describe('the command line', () => {
  it('redrives by default', () => expect(commandOf(['notification'])).toEqual({ service: 'notification', action: 'redrive', dryRun: false }));
  it('takes one dead letter', () => expect(commandOf(['notification', '--id', '7', '--discard', '--dry-run'])).toEqual({ service: 'notification', id: '7', action: 'discard', dryRun: true }));
  it('keeps to a territory', () => expect(commandOf(['forum', '--territory', 'de'])).toMatchObject({ territory: 'DE' }));
  it('lists', () => expect(commandOf(['forum', '--list'])).toMatchObject({ action: 'list' }));
  it('shows help', () => expect(commandOf(['--help'])).toBeUndefined());
  it.each([[[]], [['a', 'b']], [['a', '--id', 'x']], [['a', '--list', '--discard']], [['a', '--nonsense']]])('refuses %j', (args) => expect(commandOf(args)).toBeTypeOf('string'));
});
