import { useSortable } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../display/icon.tsx';
import type { SortableTexts } from './sortable-list.tsx';

interface Props {
  id: string;
  name: string;
  base: string;
  texts: SortableTexts;
  first: boolean;
  last: boolean;
  stacked: boolean;
  onStep: (by: 1 | -1, button: string) => void;
  children: ReactNode;
}

const small = 'grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-35';

/** A row with its handle before and its two buttons behind. */
export function SortableRow({ id, name, base, texts, first, last, stacked, onStep, children }: Props) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id });
  const up = `${base}-${id}-up`;
  const down = `${base}-${id}-down`;
  return (
    <li ref={setNodeRef} style={{ transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition: transition ?? undefined }}
      className={cx('flex items-start gap-1 rounded-md border border-line bg-surface p-1', stacked && 'max-sm:flex-wrap', isDragging && 'relative z-10 border-accent shadow-raised')}>
      <button ref={setActivatorNodeRef} type="button" {...attributes} {...listeners} aria-label={texts.handle(name)} title={texts.handle(name)} className={cx(small, 'cursor-grab touch-none')}>
        <Icon name="grip" />
      </button>
      <div className={cx('min-w-0 grow self-center', stacked && 'max-sm:order-last max-sm:basis-full')}>{children}</div>
      <span className={cx('flex shrink-0', stacked && 'max-sm:ms-auto')}>
        {/* Never `disabled`: the button that was just pressed keeps the focus at the end of the list, too. */}
        <button id={up} type="button" aria-label={texts.up(name)} title={texts.up(name)} aria-disabled={first} onClick={() => onStep(-1, up)} className={small}><Icon name="up" /></button>
        <button id={down} type="button" aria-label={texts.down(name)} title={texts.down(name)} aria-disabled={last} onClick={() => onStep(1, down)} className={small}><Icon name="down" /></button>
      </span>
    </li>
  );
}
