import { useLayoutEffect, useRef, type MouseEvent, type PointerEvent, type SyntheticEvent } from 'react';

/** What a native dialog takes to be modal while it is mounted: Esc and a press beside it close, focus returns. */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const pressedBeside = useRef(false);
  // A layout effect, so that on unmounting the dialog is closed while it is still in the page and gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return {
    ref,
    onCancel: (event: SyntheticEvent) => { event.preventDefault(); onClose(); },
    // Text that is marked from a field outwards ends in a click on the dialog too: only where the press began tells them apart.
    onPointerDown: (event: PointerEvent) => { pressedBeside.current = event.target === event.currentTarget; },
    onClick: (event: MouseEvent) => { if (pressedBeside.current && event.target === event.currentTarget) onClose(); },
  };
}
