import { Command } from 'cmdk';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../display/icon.tsx';
import { Keys } from '../text/keys.tsx';
import { paletteScore } from './palette-score.ts';
import { useModal } from './use-modal.ts';

/** Something the palette can do or go to. */
export interface PaletteItem {
  /** Unique over all groups. */
  id: string;
  label: string;
  /** A few words beside the label, also searched. */
  note?: string | undefined;
  /** Other words by which it is found. */
  words?: readonly string[];
  keys?: string;
  icon?: ReactNode;
  run: () => void;
}

export interface PaletteGroup {
  id: string;
  title: string;
  items: readonly PaletteItem[];
}

interface Props {
  groups: readonly PaletteGroup[];
  search: string;
  onSearch: (text: string) => void;
  busy: boolean;
  texts: { title: string; placeholder: string; empty: string; loading: string; then: string; hint: string };
  onClose: () => void;
}

/** One field to go anywhere and do anything: type, choose by arrows, press Enter. Mounted means open; Esc closes. */
export function CommandPalette({ groups, search, onSearch, busy, texts, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const modal = useModal(onClose);
  // The list itself can hold the focus, so the dialog would choose that.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <dialog {...modal} aria-label={texts.title} className="sheet palette overflow-hidden rounded-lg border border-line bg-surface p-0 text-ink shadow-raised">
      <Command label={texts.title} filter={(id, typed) => scoreOf(groups, id, typed)} loop vimBindings={false} className="flex max-h-[min(34rem,calc(100dvh-6rem))] flex-col">
        <div className="flex items-center gap-3 border-b border-line px-4">
          <Icon name="search" className="text-muted" />
          <Command.Input ref={field} value={search} onValueChange={onSearch} placeholder={texts.placeholder} className="min-h-14 w-full bg-transparent text-lg placeholder:text-muted focus:outline-none" />
          <button type="button" aria-label={texts.hint} title={texts.hint} onClick={onClose} className="grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink">
            <Icon name="close" />
          </button>
        </div>
        <Command.List label={texts.title} className="overflow-y-auto overscroll-contain p-2">
          {busy && <Command.Loading label={texts.loading}><span className="block px-3 py-2 text-sm text-muted">{texts.loading}</span></Command.Loading>}
          <Command.Empty className="px-3 py-8 text-center text-muted">{texts.empty}</Command.Empty>
          {groups.filter((group) => group.items.length > 0).map((group) => (
            <Command.Group key={group.id} heading={group.title}>
              {group.items.map((item) => (
                <Command.Item key={item.id} value={item.id} onSelect={item.run}
                  className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 aria-selected:bg-accent-soft">
                  <span className="grid size-6 shrink-0 place-items-center text-muted">{item.icon}</span>
                  <span className="min-w-0 grow">
                    <span className="block">{item.label}</span>
                    {item.note && <span className="block truncate text-sm text-muted">{item.note}</span>}
                  </span>
                  {item.keys && <span className="max-sm:hidden"><Keys keys={item.keys} then={texts.then} /></span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </dialog>
  );
}

function scoreOf(groups: readonly PaletteGroup[], id: string, typed: string): number {
  const item = groups.flatMap((group) => group.items).find((each) => each.id === id);
  return item ? paletteScore(typed, { label: item.label, words: item.words ?? [], note: item.note ?? '' }) : 0;
}
