import { useId, type ReactNode } from 'react';
import { Icon } from '../display/icon.tsx';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
}

/** A modal on the native dialog: focus stays in, Esc and a press beside it close, focus returns. Mounted means open. */
export function Dialog({ title, closeLabel, onClose, children, actions }: Props) {
  const id = useId();
  return (
    <dialog {...useModal(onClose)} aria-labelledby={id} className="sheet rounded-lg border border-line bg-surface p-0 text-ink shadow-raised">
      <div className="flex max-h-[calc(100dvh-2rem)] flex-col">
        <header className="flex items-center justify-between gap-4 border-b border-line py-2 ps-6 pe-2.5">
          <h2 id={id} className="text-xl">{title}</h2>
          <button type="button" aria-label={closeLabel} onClick={onClose} className="grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink">
            <Icon name="close" />
          </button>
        </header>
        <div className="overflow-y-auto px-6 py-5">{children}</div>
        {actions && <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4">{actions}</footer>}
      </div>
    </dialog>
  );
}
