import { cx } from '../cx.ts';

const paths = {
  bell: 'M6 9a6 6 0 1 1 12 0c0 5 2 6.5 2 6.5H4S6 14 6 9Zm4 9.5a2.2 2.2 0 0 0 4 0',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  down: 'm6 9.5 6 6 6-6',
  forward: 'm9.5 6 6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  reply: 'M9.5 7 4 12l5.5 5M4.5 12H14a6 6 0 0 1 6 6v1',
  quote: 'M10 7H5v6h4c0 2.5-1.2 3.6-3 4.2M19 7h-5v6h4c0 2.5-1.2 3.6-3 4.2',
  edit: 'M4 20h4L19 9l-4-4L4 16v4Zm9.5-13.5 4 4',
  trash: 'M5 7h14M10 7V4.5h4V7m-7.5 0 .8 12.5h9.4L17.5 7M10.3 11v5m3.4-5v5',
  history: 'M4.5 9A8 8 0 1 1 4 12.5M4 4.5V9h4.5M12 8v4.5l3 2',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13Zm4.8-1.7L20 20',
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7V5Zm0 7h7a3.5 3.5 0 0 1 0 7H7v-7Z',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  code: 'm8.5 7-5 5 5 5m7-10 5 5-5 5',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  task: 'M12 7h8M12 17h8M4 6.5l1.5 1.5L9 5M4 16.5l1.5 1.5L9 15',
  at: 'M12 16a4 4 0 1 1 4-4v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5V5m0 14v2.5M2.5 12H5m14 0h2.5M5.3 5.3 7 7m10 10 1.7 1.7m0-13.4L17 7M7 17l-1.7 1.7',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  device: 'M4 5h16v10.5H4V5Zm5 15h6m-3-4.5V20',
  mail: 'M4 6h16v12H4V6Zm0 .5 8 6.5 8-6.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  eyeOff: 'M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.7 3.4M6.3 7.6A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 3.6-.7M9.9 9.9a3 3 0 0 0 4.2 4.2',
  up: 'm6 14.5 6-6 6 6',
  globe: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.3 2.4 3.5 5.2 3.5 8.5s-1.2 6.1-3.5 8.5c-2.3-2.4-3.5-5.2-3.5-8.5s1.2-6.1 3.5-8.5Z',
  grip: 'M9 6.5h.01M9 12h.01M9 17.5h.01M15 6.5h.01M15 12h.01M15 17.5h.01',
  back: 'm14.5 6-6 6 6 6',
  book: 'M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5Zm0 0v13',
  medal: 'M12 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm-3.5-1.2L7 20.5l5-2.5 5 2.5-1.5-7.2',
  lock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 1 1 7 0v3',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12.5V12l3 2',
  image: 'M4 5h16v14H4V5Zm0 11 4.5-4.5L13 16l2.5-2.5L20 18M15.5 9.5h.01',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4V8Zm8 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  upload: 'M12 16V4.5M7.5 9 12 4.5 16.5 9M4.5 15v4.5h15V15',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-2.5-11.5a2.5 2.5 0 1 1 3.5 2.3c-.6.3-1 .8-1 1.4v.8m0 2.5v.01',
  keyboard: 'M3.5 7h17v10.5h-17V7Zm3.5 3.5h.01m3.3 0h.01m3.3 0h.01m3.3 0h.01M8 14h8',
  dots: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  flag: 'M6 20.5V4.5m0 .5c4-2 7.5 2 12 0v8.5c-4.5 2-8-2-12 0',
  shield: 'M12 3.5 19 6v5.5c0 4.3-2.8 7.3-7 9-4.2-1.7-7-4.7-7-9V6l7-2.5Z',
  pin: 'M9 4h6l-.8 6.5 3.3 3.5H6.5l3.3-3.5L9 4Zm3 10v6.5',
  unlock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 6.6-1.6',
  feed: 'M5.5 5A13.5 13.5 0 0 1 19 18.5M5.5 10.5a8 8 0 0 1 8 8M6.5 17.5h.01',
  bookmark: 'M7 4.5h10v15.5l-5-4-5 4V4.5Z',
  bellOff: 'M4 4l16 16M8.5 5.2A6 6 0 0 1 18 9c0 2.6.5 4.5 1.1 5.6M16 15.5H4S6 14 6 9c0-.7.1-1.3.3-1.9M10 18.5a2.2 2.2 0 0 0 4 0',
  move: 'M4 12h15m-5.5-5.5L19 12l-5.5 5.5',
  draft: 'M6 3.5h8l4 4v13H6v-17Zm8 0v4h4M9 12.5h6M9 16h4',
  alert: 'M12 4 2.5 20h19L12 4Zm0 6v4.5m0 2.5v.01',
} as const;

export type IconName = keyof typeof paths;

/** A line icon; always decorative, so the control beside it carries the name. Directional ones turn round in right-to-left text. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  const turns = name === 'forward' || name === 'back' || name === 'reply' || name === 'quote';
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cx('inline-block size-5 shrink-0 fill-none stroke-current', turns && 'rtl:-scale-x-100', className)} strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round">
      <path d={paths[name]} />
    </svg>
  );
}
