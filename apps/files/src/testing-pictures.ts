import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Pixels that do not compress, so that a picture has many bytes. */
function noise(width: number, height: number, seed: number): Buffer {
  const bytes = Buffer.alloc(width * height * 3);
  let state = seed >>> 0 || 1;
  for (let n = 0; n < bytes.length; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[n] = state >>> 24;
  }
  return bytes;
}

export interface Wish {
  readonly width?: number;
  readonly height?: number;
  readonly seed?: number;
  readonly format?: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';
}

/** A picture of a format; the same wish gives the same bytes. */
export function picture({ width = 320, height = 240, seed = 1, format = 'jpeg' }: Wish = {}): Promise<Buffer> {
  const made = sharp(noise(width, height, seed), { raw: { width, height, channels: 3 } });
  // Encoded in haste: only the format matters here.
  const encoded = { png: () => made.png({ compressionLevel: 1 }), jpeg: () => made.jpeg(), webp: () => made.webp({ effort: 0 }), gif: () => made.gif({ effort: 1, colours: 8, dither: 0 }), avif: () => made.avif({ effort: 0 }) };
  return encoded[format]().toBuffer();
}

/** A JPEG as a telephone makes it: turned by its EXIF, with a place and a name in it. */
export function telephonePicture(canary: string): Promise<Buffer> {
  return sharp(noise(400, 300, 7), { raw: { width: 400, height: 300, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: canary }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 40/1 34/1' } })
    .jpeg()
    .toBuffer();
}

function pngPart(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

/** A real PNG of very many equal pixels in very few bytes. */
export function pixelBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8); // one bit per pixel, grey
  const line = Buffer.alloc(1 + Math.ceil(width / 8));
  const pixels = deflateSync(Buffer.alloc(line.length * height), { level: 9 });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngPart('IHDR', head), pngPart('IDAT', pixels), pngPart('IEND', Buffer.alloc(0))]);
}

/** A ZIP with one stored file. */
export function zip(name: string, content: string): Buffer {
  const [file, body] = [Buffer.from(name), Buffer.from(content)];
  const sum = crc32(body);
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt32LE(sum, 14);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(body.length, 22);
  local.writeUInt16LE(file.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt32LE(sum, 16);
  entry.writeUInt32LE(body.length, 20);
  entry.writeUInt32LE(body.length, 24);
  entry.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + file.length, 12);
  end.writeUInt32LE(local.length + file.length + body.length, 16);
  return Buffer.concat([local, file, body, entry, file, end]);
}
