import { describe, expect, it } from 'vitest';
import { middleSquare, within, zoomed, zoomOf } from './crop.ts';

const wide = { width: 800, height: 400 };

describe('the square of a picture', () => {
  it('begins in the middle, as large as it goes', () => {
    expect(middleSquare(wide)).toEqual({ x: 200, y: 0, side: 400 });
    expect(middleSquare({ width: 3, height: 9 })).toEqual({ x: 0, y: 3, side: 3 });
  });

  it('never leaves the picture', () => {
    expect(within(wide, { x: -50, y: 300, side: 200 })).toEqual({ x: 0, y: 200, side: 200 });
    expect(within(wide, { x: 700, y: 0, side: 9000 })).toEqual({ x: 400, y: 0, side: 400 });
    expect(within(wide, { x: 0, y: 0, side: 1 }).side).toBe(50);
  });

  it('zooms around its middle', () => {
    const closer = zoomed(wide, middleSquare(wide), 2);
    expect(closer).toEqual({ x: 300, y: 100, side: 200 });
    expect(zoomOf(wide, closer)).toBe(2);
    expect(zoomed(wide, closer, 1)).toEqual(middleSquare(wide));
  });
});
