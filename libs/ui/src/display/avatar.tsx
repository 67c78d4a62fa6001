import { cx } from '../cx.ts';

/** One of eight colours, always the same for the same id. */
export function avatarColour(id: string): number {
  let hash = 0;
  for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0;
  return Math.abs(hash) % 8;
}

/** At most two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => (word ? ([...word][0] ?? '') : '')).join('').toLocaleUpperCase() || '?';
}

const sizes = { sm: 'size-7 text-[0.6875rem]', md: 'size-10 text-sm', lg: 'size-20 text-2xl' };

/** A person's initials on their colour; decorative, for the name stands beside it, so they are drawn and no text. */
export function Avatar({ id, name, size = 'md' }: { id: string; name: string; size?: keyof typeof sizes }) {
  return (
    <span aria-hidden="true" data-initials={initials(name)} className={cx('avatar inline-grid shrink-0 place-items-center rounded-full font-semibold tracking-wide select-none', `avatar-${avatarColour(id)}`, sizes[size])} />
  );
}
