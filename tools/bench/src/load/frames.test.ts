import { expect, it } from 'vitest';
import { clientFrame, serverFrames } from './frames.ts';

it('writes lengths of both kinds', () => {
  expect([...clientFrame(Buffer.from('hi'))]).toEqual([0x81, 0x82, 0, 0, 0, 0, 104, 105]);
  expect([...clientFrame(Buffer.alloc(300)).subarray(0, 4)]).toEqual([0x81, 0xfe, 1, 44]);
  expect(clientFrame(Buffer.alloc(0), 0xa)[0]).toBe(0x8a);
});

it('reads whole frames and keeps the rest', () => {
  const long = Buffer.concat([Buffer.from([0x81, 126, 1, 0]), Buffer.alloc(256, 97)]);
  const bytes = Buffer.concat([Buffer.from([0x89, 0]), long, Buffer.from([0x81, 5, 104])]);
  const got: [number, number][] = [];
  const rest = serverFrames(bytes, (opcode, payload) => got.push([opcode, payload.length]));
  expect(got).toEqual([[9, 0], [1, 256]]);
  expect([...rest]).toEqual([0x81, 5, 104]);
});
