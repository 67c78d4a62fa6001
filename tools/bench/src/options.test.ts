import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('measures everything in five rounds unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({ only: [], rounds: 5, port: 28_080, help: false });
  expect(readOptions(['--only', 'live,write', '--only', 'start', '--rounds', '2'])).toMatchObject({ only: ['live', 'write', 'start'], rounds: 2 });
});

it.each([[['--only', 'nothing'], /start, first-load/], [['--rounds', '0'], /--rounds/], [['--rounds', 'x'], /not x/], [['--port', '0'], /--port/]])('refuses %j', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence);
});
