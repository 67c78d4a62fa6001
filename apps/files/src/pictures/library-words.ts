import { files, Problem } from '@unityplan/contracts';
import { pictureLimits } from './measures.ts';

const { picture_damaged, picture_too_large, picture_too_slow } = files.filesErrors;

/** What the sender reads of a picture beyond the limits. */
export function tooManyPixels(): Problem {
  return new Problem(picture_too_large, { maxMegapixels: pictureLimits.pixels / 1e6, maxSide: pictureLimits.side });
}

/** What the sender should read when the picture library could not get past a file. It says why only in words of its own. */
export function problemOf({ message }: Error): Problem {
  if (/^timeout:/i.test(message)) return new Problem(picture_too_slow);
  return /exceeds pixel limit/i.test(message) ? tooManyPixels() : new Problem(picture_damaged);
}
