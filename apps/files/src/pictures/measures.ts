import { files } from '@unityplan/contracts';

/** Larger pictures are refused: 50 megapixels is what a good telephone takes. */
export const pictureLimits = { pixels: 50_000_000, side: 12_000, seconds: 5 } as const;

export interface Measures {
  readonly width: number;
  readonly height: number;
}

/** The sizes a picture is stored in: avatars square, others by their width; never larger than it came, never less than a pixel. */
export function sizesOf(purpose: files.FilePurpose, { width, height }: Measures): ({ size: files.FileSize } & Measures)[] {
  return Object.entries(files.fileWidths[purpose]).map(([name, most]) => {
    const size = name as files.FileSize;
    if (purpose === 'avatar') {
      const side = Math.min(most, width, height);
      return { size, width: side, height: side };
    }
    const scale = Math.min(1, most / width);
    return { size, width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  });
}
