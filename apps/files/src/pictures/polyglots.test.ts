import { describe, expect, it } from 'vitest';
import { refusePolyglots } from './polyglots.ts';

/** The head of a GIF of this width, and of 100 lines. */
function gif(width: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\x64\0\xf7\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  return head;
}

describe('a GIF', () => {
  it('is a GIF at each width that pictures have', () => {
    for (let width = 1; width <= 2_000; width++) expect(() => refusePolyglots(gif(width)), `${width} wide`).not.toThrow();
  });

  it.each(['/*', '=1;', ' =1', '\n= 1', '\t/*'])('that goes on as a script with %j is refused', (start) => {
    expect(() => refusePolyglots(Buffer.from(`GIF89a${start}${'\0'.repeat(9)}`, 'latin1'))).toThrow(expect.objectContaining({ params: { kind: 'JavaScript' } }));
  });
});
