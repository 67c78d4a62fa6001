import { useState } from 'react';
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

/** Addresses of a person's picture, small for lists and large for their page. */
export interface AvatarPicture {
  small: string;
  large: string;
}

interface Props {
  id: string;
  name: string;
  picture?: AvatarPicture | null | undefined;
  size?: keyof typeof sizes;
}

/**
 * A person's picture, or their initials on their colour while there is none. Decorative, for the name stands beside it: the
 * initials are drawn and no text, and the picture has no words.
 */
export function Avatar({ id, name, picture, size = 'md' }: Props) {
  const [lost, setLost] = useState<string>();
  const source = picture && (size === 'lg' ? picture.large : picture.small);
  return (
    <span aria-hidden="true" data-initials={initials(name)} className={cx('avatar relative inline-grid shrink-0 place-items-center overflow-hidden rounded-full font-semibold tracking-wide select-none', `avatar-${avatarColour(id)}`, sizes[size])}>
      {source && source !== lost && <img src={source} alt="" width="256" height="256" loading="lazy" decoding="async" draggable={false} onError={() => setLost(source)} className="absolute inset-0 size-full object-cover" />}
    </span>
  );
}
