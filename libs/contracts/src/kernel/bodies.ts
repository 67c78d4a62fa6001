import { z } from 'zod';

/** Largest body of a route that says nothing else: 256 kB fits any text people write. */
export const maxBodyBytes = 256 * 1024;
/** The one content type of a body of raw bytes. */
export const bytesType = 'application/octet-stream';

/**
 * A body of raw bytes, 1 to `max` of them, sent as `application/octet-stream`. The door, the service and the documentation
 * read the limit from here.
 */
export function bytes({ max }: { max: number }): z.ZodType<Uint8Array, Uint8Array> {
  const within = (value: unknown): boolean => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= max;
  return z.any().refine(within, `Send 1 to ${max} bytes`).meta({ type: 'string', format: 'binary', 'x-max-bytes': max }) as z.ZodType<Uint8Array, Uint8Array>;
}

/** The most bytes such a body has; undefined for a body that is JSON, or none. */
export function bytesLimit(body: z.ZodType): number | undefined {
  return z.globalRegistry.get(body)?.['x-max-bytes'] as number | undefined;
}

/** An answer that is a document of its own kind instead of JSON, such as a feed; handlers give it as text. */
export function document(mediaType: string): z.ZodString {
  return z.string().meta({ 'x-media-type': mediaType });
}

/** The content type of a route's answer. */
export function answerTypeOf(route: { readonly answer: z.ZodType }): string {
  return (z.globalRegistry.get(route.answer)?.['x-media-type'] as string | undefined) ?? 'application/json';
}
