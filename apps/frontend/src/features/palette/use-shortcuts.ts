import { useEffect, useRef } from 'react';
import { shortcutsOn } from '../../shared/lib/shortcuts.ts';
import { matchShortcut, type ShortcutAction, type Waiting } from './match-shortcut.ts';

const fields = 'input, textarea, select, dialog, [contenteditable], [role=application], [role=listbox], [role=menu], [role=tablist]';

/** Listens for shortcuts on the whole page. What a field or an editor has used for itself is left to it. */
export function useShortcuts(onAction: (action: ShortcutAction) => void): void {
  const latest = useRef(onAction);
  useEffect(() => {
    latest.current = onAction;
  });
  useEffect(() => {
    let waiting: Waiting | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const inField = target.closest(fields) !== null || document.querySelector('dialog[open]') !== null;
      const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
      const matched = matchShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, repeat, inField }, waiting, event.timeStamp, shortcutsOn());
      waiting = matched.waiting;
      if (!matched.action) return;
      event.preventDefault();
      latest.current(matched.action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
