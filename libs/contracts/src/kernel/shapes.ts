import { z } from 'zod';

/** UUIDv7 of anything this platform makes. */
export const id = z.uuid();
/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime();
/** BCP 47 tag of a language the interface speaks. */
export const uiLanguage = z.enum(['en', 'da']);
export type UiLanguage = z.infer<typeof uiLanguage>;
/** Territory id as in the registry (`DK`, `HAIDA-FN-CA`); never parsed. */
export const territoryId = z.string().max(53).regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
/** A member's public name for mentions: 3–30 lower-case letters, digits, `-` or `_`, starting with a letter. */
export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9_-]{2,29}$/, 'Use 3 to 30 letters a–z, digits, - or _, starting with a letter');
/** IANA time zone name. */
export const timeZone = z.string().max(60).refine(isTimeZone, 'Use an IANA time zone such as Europe/Copenhagen');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Text as people write it: NFC, no NUL or other control characters but line breaks and tabs. */
export function writtenText(limits: { min: number; max: number }) {
  return (
    z
      .string()
      .max(limits.max * 2)
      .transform((text) => text.normalize('NFC').trim())
      .pipe(z.string().min(limits.min).max(limits.max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'Remove the control characters'))
  );
}

/** Addresses of a member's picture: 64 and 256 pixels square, on the territory's host for files, valid for hours. */
export const avatar = z.object({ small: z.url(), large: z.url() });
export type Avatar = z.infer<typeof avatar>;

/**
 * The person behind something, as others see them. `displayName` is null until they chose one, or after erasure; `avatar` is
 * null without a picture, and may be left out by who answers.
 */
export const person = z.object({ memberId: id, handle: z.string().nullable(), displayName: z.string().nullable(), avatar: avatar.nullable().default(null) });
export type Person = z.input<typeof person>;
