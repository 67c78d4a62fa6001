import { expect, it } from 'vitest';
import { help, kinds, readCommand } from './command.ts';

it('reads a command', () => {
  expect(readCommand(['event', 'recipe.cooked', '--owner', 'recipe', '--to', 'badge', '--dry-run'])).toEqual({
    kind: 'event', name: 'recipe.cooked', dryRun: true, global: false, options: { owner: 'recipe', to: 'badge' },
  });
  expect(readCommand(['--help'])).toBeUndefined();
  expect(readCommand(['service', '-h'])).toBeUndefined();
});

it.each([
  [[], /Say what to make: service, capability/], [['table', 'x'], /no kind table/], [['service'], /a name/], [['service', 'a', 'b'], /One name at a time; what is b/],
  [['service', 'a', '--in', 'b'], /takes --thing, --things, --about; not --in/], [['service', 'a', '--colour', 'red'], /--help shows/], [['migration', 'a', '--in'], /--help shows/],
] as const)('refuses %j', (args, sentence) => expect(() => readCommand(args)).toThrow(sentence));

it('sees options that npm kept to itself', () => expect(() => readCommand(['service', 'a'], { npm_config_about: 'x' })).toThrow('two dashes'));

it('explains every kind', () => {
  for (const kind of kinds) expect(help).toContain(`\n  ${kind} `);
});
