import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('reads what follows npm start --', () => {
  expect(readOptions(['--processes', '--without', 'auth,forum', '--port', '9090'])).toMatchObject({ processes: true, without: ['auth', 'forum'], port: 9090, pod: 'denmark' });
});

it.each([
  [['--without', 'kitchen'], /^--without knows auth, .*, api-gateway; not kitchen\.$/],
  [['--port', 'http'], /^--port takes a number from 80 to 64615, not http\.$/],
  [['--port', '65000'], /^--port takes a number/],
  [['--port'], /^Option '--port <value>' argument missing; npm start -- --help/],
  [['--pod', 'sweden'], /^--pod knows denmark; not sweden\.$/],
  [['--nonsense'], /^Unknown option '--nonsense'; npm start -- --help shows the options\.$/],
  [['up'], /^Unexpected argument 'up'; /],
])('refuses %j in one sentence', (args, sentence) => expect(() => readOptions(args)).toThrow(sentence));

it('notices options that npm kept to itself', () => {
  expect(() => readOptions([], { npm_config_port: '9090' })).toThrow('npm took --port for itself');
});
