import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../cx.ts';

interface Props {
  /** Accessible name of the button. */
  label: string;
  /** What the button shows. */
  face: ReactNode;
  className?: string;
  /** Links, buttons and choices; `close` ends the menu. */
  children: (close: () => void) => ReactNode;
}

/** The look of an entry of a menu. */
export const menuItemClass = 'flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-start text-ink no-underline hover:bg-sunken';

/** A button that discloses a short list; arrows move, Esc and a press elsewhere close. */
export function Menu({ label, face, className, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }
    // In radio buttons the arrows choose.
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && !(event.target instanceof HTMLInputElement)) {
      const stops = [...(root.current?.querySelectorAll<HTMLElement>(`[id="${id}"] :is(a, button)`) ?? [])];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      event.preventDefault();
      stops.at((at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1)) % stops.length)?.focus();
    }
  };
  return (
    <div ref={root} className="relative" onKeyDown={keys}>
      <button ref={button} type="button" aria-label={label} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} className={cx('grid size-11 place-items-center rounded-full hover:bg-sunken', className)}>
        {face}
      </button>
      <div id={id} hidden={!open} className="rise absolute end-0 top-full z-40 mt-2 w-64 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface p-2 shadow-raised">
        {open && children(() => setOpen(false))}
      </div>
    </div>
  );
}
