import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const known = ['auth', 'forum'];

it('reads what follows npm start --', () => {
  expect(readOptions(['--processes', '--without', 'auth,forum', '--port', '9090'], known)).toMatchObject({ processes: true, without: ['auth', 'forum'], port: 9090, pod: 'denmark' });
});

it('refuses what it does not know, with what it does', () => {
  expect(() => readOptions(['--without', 'badge'], known)).toThrow('--without knows auth, forum; not badge.');
  expect(() => readOptions(['--port', 'http'], known)).toThrow('--port takes a number');
  expect(() => readOptions(['--nonsense'], known)).toThrow(/nonsense/);
});
