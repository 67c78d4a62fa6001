import { Injectable } from '@nestjs/common';
import { Problem, type files } from '@unityplan/contracts';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { FilesMetrics } from '../events.ts';
import { refuseOtherKinds } from './kinds.ts';
import { problemOf, tooManyPixels } from './library-words.ts';
import { pictureLimits, sizesOf, type Measures } from './measures.ts';
import { refusePolyglots } from './polyglots.ts';
import { Turns } from './turns.ts';

/** One size of a picture: WebP without any metadata. */
export interface MadeSize extends Measures {
  readonly size: files.FileSize;
  readonly content: Buffer;
}

let loading: Promise<typeof import('sharp').default> | undefined;

/** Loads the library with nothing open but the readers of our five formats. */
function sharpLib() {
  return (loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`) });
    // Every picture is another one, so remembering operations only costs memory; the pod's other services need the processors too.
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  }));
}

/** Turns what members send into pictures that are safe to show: checked by their bytes, decoded, scaled and encoded anew. */
@Injectable()
export class PictureMaker {
  private readonly turns = new Turns({ atOnce: 2, inLine: 30 });
  constructor(private readonly metrics: FilesMetrics) {}

  /** All sizes of a purpose, from small to large. Throws the problem that the sender should read. */
  make(content: Uint8Array, purpose: files.FilePurpose): Promise<MadeSize[]> {
    return this.turns.take(async () => {
      const began = performance.now();
      let outcome = 'made';
      try {
        return await this.work(content, purpose);
      } catch (error) {
        outcome = error instanceof Problem ? error.contract.code : 'failed';
        throw error;
      } finally {
        this.metrics.pictureMade(purpose, outcome, (performance.now() - began) / 1000);
      }
    });
  }

  private async work(content: Uint8Array, purpose: files.FilePurpose): Promise<MadeSize[]> {
    await refuseOtherKinds(content);
    refusePolyglots(content);
    const sharp = await sharpLib();
    const open = (): Sharp => sharp(content, reading);
    const measures = await this.measure(open());
    const made: MadeSize[] = [];
    for (const { size, width, height } of sizesOf(purpose, measures)) {
      const equal = made.find((one) => one.width === width && one.height === height);
      made.push(equal ? { ...equal, size } : { size, width, height, content: await this.encode(open(), { width, height }) });
    }
    return made;
  }

  /** Width and height as people see them. Read from the head alone, so that a bomb is refused before it is unpacked. */
  private async measure(picture: Sharp): Promise<Measures> {
    const found = await picture.metadata().catch((error: Error) => {
      throw problemOf(error);
    });
    const { width, height } = turned(found);
    if (width * height > pictureLimits.pixels || Math.max(width, height) > pictureLimits.side) throw tooManyPixels();
    return { width, height };
  }

  private async encode(picture: Sharp, { width, height }: Measures): Promise<Buffer> {
    try {
      return await picture.autoOrient().resize(width, height, { fit: 'cover' }).webp({ quality: 80 }).timeout({ seconds: pictureLimits.seconds }).toBuffer();
    } catch (error) {
      throw problemOf(error as Error);
    }
  }
}

/** The first page alone: a moving picture stands still, and cannot bring ten thousand pages. Anything cut short is an error. */
const reading: SharpOptions = { pages: 1, failOn: 'error', limitInputPixels: pictureLimits.pixels };

function turned({ width, height, autoOrient }: Metadata): Measures {
  return { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height };
}
