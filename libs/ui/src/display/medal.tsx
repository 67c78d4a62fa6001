import { cx } from '../cx.ts';

const signs = {
  host: 'M8.5 11a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Zm7 0a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM4.5 17c0-2.6 1.7-4 4-4 1.5 0 2.8.6 3.5 1.8.7-1.2 2-1.8 3.5-1.8 2.3 0 4 1.4 4 4',
  shield: 'M12 4.5 18 6.5v5c0 3.8-2.5 6.5-6 8-3.5-1.5-6-4.2-6-8v-5l6-2Zm-2.7 7.5 2 2 3.5-3.8',
  book: 'M12 7.5c-1.7-1.3-4-1.7-6.5-1.3v10.5c2.5-.4 4.8 0 6.5 1.3 1.7-1.3 4-1.7 6.5-1.3V6.2c-2.5-.4-4.8 0-6.5 1.3Zm0 0V18',
  key: 'M9 13.5a3.7 3.7 0 1 1 2.6-1.1L19 19.8M16 16.8l1.8-1.8M13.8 14.6l1.5-1.5',
  star: 'm12 5 2.1 4.4 4.9.6-3.6 3.3.9 4.8-4.3-2.4-4.3 2.4.9-4.8L5 10l4.9-.6L12 5Z',
  leaf: 'M6 18c0-7 4-11.5 12.5-12C18.5 14 14.5 18 8 17m-2 1.5c1.5-3.5 4-6 7-7.5',
  hands: 'M12 18.5 6.5 13a3.3 3.3 0 0 1 0-4.7 3.3 3.3 0 0 1 4.7 0l.8.8.8-.8a3.3 3.3 0 0 1 4.7 0 3.3 3.3 0 0 1 0 4.7L12 18.5Z',
  voice: 'M5.5 6.5h13v8.5h-7l-3.5 3.3V15H5.5V6.5Zm3.3 4.3h.01m3.2 0h.01m3.2 0h.01',
  compass: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm2.8-9.8-1.6 4-4 1.6 1.6-4 4-1.6Z',
  crown: 'M5.5 16.5 4.8 8.5l4 3L12 6.5l3.2 5 4-3-.7 8h-13Zm0 0h13',
} as const;

export type MedalSign = keyof typeof signs;
export type MedalColour = 'teal' | 'amber' | 'violet' | 'rose' | 'blue' | 'green' | 'slate';

const sizes = { sm: 'size-8', md: 'size-12', lg: 'size-24' };

/** A badge as a picture: its sign on its colour; grey with a broken ring when it has expired. Decorative: its name and state stand beside it as text. */
export function Medal({ icon, colour, expired = false, size = 'md', className }: { icon: MedalSign; colour: MedalColour; expired?: boolean; size?: keyof typeof sizes; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cx('inline-block shrink-0', expired ? 'medal-faded' : `medal-${colour}`, sizes[size], className)} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="12" cy="12" r="11.2" fill="var(--medal-soft)" stroke="var(--medal)" strokeWidth={size === 'sm' ? 1.3 : 0.9} strokeDasharray={expired ? '2.2 2.2' : undefined} />
      <path d={signs[icon]} stroke="var(--medal)" strokeWidth={size === 'sm' ? 1.7 : 1.35} />
    </svg>
  );
}
