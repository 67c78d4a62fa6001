/** A square of a picture, in the picture's own pixels. */
export interface Square {
  x: number;
  y: number;
  side: number;
}
interface Size {
  width: number;
  height: number;
}

/** The largest square in the middle. */
export function middleSquare({ width, height }: Size): Square {
  const side = Math.min(width, height);
  return { x: Math.round((width - side) / 2), y: Math.round((height - side) / 2), side };
}

/** The square that is nearest to the wanted one and lies within the picture, no smaller than an eighth of what is possible. */
export function within(picture: Size, wanted: Square): Square {
  const most = Math.min(picture.width, picture.height);
  const side = Math.round(Math.min(most, Math.max(wanted.side, Math.max(1, most / 8))));
  const clamp = (value: number, max: number) => Math.round(Math.min(Math.max(0, value), max));
  return { x: clamp(wanted.x, picture.width - side), y: clamp(wanted.y, picture.height - side), side };
}

/** Zooms around the middle of what is shown; `zoom` is 1 for the largest square and 8 for the smallest. */
export function zoomed(picture: Size, square: Square, zoom: number): Square {
  const side = Math.min(picture.width, picture.height) / zoom;
  return within(picture, { side, x: square.x + (square.side - side) / 2, y: square.y + (square.side - side) / 2 });
}

/** How far a square is zoomed in. */
export function zoomOf(picture: Size, square: Square): number {
  return Math.min(picture.width, picture.height) / square.side;
}

/** The chosen square as a picture file, at most `largest` pixels wide. */
export async function cutOut(bitmap: ImageBitmap, square: Square, largest: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(largest, square.side);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, square.x, square.y, square.side, square.side, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture could not be drawn'))), 'image/png'));
}
