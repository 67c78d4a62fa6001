import { expect, it } from 'vitest';
import { lastWords, sentenceOf } from './sentence.ts';

const system = (code: string, path?: string) => Object.assign(new Error(`${code}: odd, mkdir '${path}'`), { code, path });

it.each([
  [system('EACCES', '/x/.state'), /^No rights to write \/x\/\.state/],
  [system('EROFS', '/x'), /^\/x is on a read-only/],
  [system('ENOSPC', '/x'), /^The disk is full: \/x/],
  [system('ENOTDIR', '/x'), /^\/x cannot be made: a file/],
  [Object.assign(system('ENOENT', '/x'), { syscall: 'mkdir' }), /^\/x cannot be made: what lies above/],
  [new Error('could not extend file "a": No space left on device'), /^The disk is full: could not extend/],
  [Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }), /^The disk is full\.$/],
  [new AggregateError([new Error('connect refused')]), /^connect refused$/],
  [new Error('Port 1 is taken.'), /^Port 1 is taken\.$/],
])('makes a sentence of %s', (error, sentence) => expect(sentenceOf(error)).toMatch(sentence));

it('finds what a program died of', () => {
  expect(lastWords('{"level":"info","msg":"listening"}\nfile.js:1\n  throw x\n\nTypeError: no such thing\n    at x (y.js:1)\n\nNode.js v24.1.0\n')).toBe('TypeError: no such thing');
  expect(lastWords('The configuration does not fit:\n  POD_SECRET: too short\n')).toBe('The configuration does not fit: POD_SECRET: too short');
  expect(lastWords('{"level":"error","msg":"no NATS","err":{"message":"refused"}}\n')).toBe('no NATS: refused');
  expect(lastWords('\n')).toBe('it said nothing');
});
