import { randomInt } from 'node:crypto';

// No letters or digits that are mistaken for another (Crockford's base 32, lower case).
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** Names that would speak for the platform, or that a mention could mistake for everyone. */
const reserved = new Set([
  'admin', 'administrator', 'moderator', 'moderators', 'mod', 'mods', 'root', 'system', 'support', 'help', 'security', 'staff', 'team', 'official', 'unityplan',
  'everyone', 'everybody', 'all', 'here', 'channel', 'room', 'anyone', 'nobody', 'someone', 'member', 'members', 'visitor', 'guest', 'deleted', 'erased', 'unknown',
  'null', 'undefined', 'me', 'you', 'alle', 'ingen', 'redaktion', 'hjaelp',
]);

/** A handle for someone who has not chosen one yet: `member-4kz7q`. */
export function randomHandle(): string {
  return `member-${Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')}`;
}

/** Whether members may not choose this handle although nobody has it. */
export function isReserved(handle: string): boolean {
  return reserved.has(handle);
}
