import sharp from 'sharp';
import { expect, it } from 'vitest';
import { problemOf } from './library-words.ts';

it.each([
  ['timeout: 58% complete\nVipsImage: killed for image "temp-43"', 'picture_too_slow'],
  ['Input image exceeds pixel limit', 'picture_too_large'],
  ['VipsJpeg: premature end of JPEG image', 'picture_damaged'],
])('reads %j', (message, code) => expect(problemOf(new Error(message)).contract.code).toBe(code));

it('reads what the library really says when its time is over', async () => {
  // Work that no machine does in a second.
  const endless = sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#123', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).webp({ effort: 6, lossless: true }).timeout({ seconds: 1 });
  const error = await endless.toBuffer().then(() => undefined, (reason: unknown) => reason as Error);
  expect(problemOf(error!).contract.code).toBe('picture_too_slow');
}, 60_000);
