import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('reads what follows npm start --', () => {
  expect(readOptions(['--processes', '--without', 'auth,forum', '--port', '9090'])).toMatchObject({ processes: true, without: ['auth', 'forum'], port: 9090, pod: 'denmark', databases: undefined });
  expect(readOptions(['--pod', 'europe'])).toMatchObject({ pod: 'europe', port: 8180 });
  expect(readOptions(['--pod', 'europe', '--databases', 'one', '--port', '9090'])).toMatchObject({ databases: 'one', port: 9090 });
});

it.each([
  [['--without', 'kitchen'], /^--without knows auth, .*, api-gateway; not kitchen\.$/],
  [['--port', 'http'], /^--port takes a number from 80 to 64615, not http\.$/],
  [['--port', '65000'], /^--port takes a number/],
  [['--port'], /^Option '--port <value>' argument missing; npm start -- --help/],
  [['--pod', 'atlantis'], /^--pod knows denmark, .*europe.*; not atlantis\.$/],
  [['--databases', 'many'], /^--databases takes one or own, not many\.$/],
  [['--nonsense'], /^Unknown option '--nonsense'; npm start -- --help shows the options\.$/],
  [['up'], /^Unexpected argument 'up'; /],
])('refuses %j in one sentence', (args, sentence) => expect(() => readOptions(args)).toThrow(sentence));

it('notices options that npm kept to itself', () => {
  expect(() => readOptions([], { npm_config_port: '9090' })).toThrow('npm took --port for itself');
});
