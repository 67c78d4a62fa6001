import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { useModal } from './use-modal.ts';

/** The handlers of a dialog, and what they are told of the dialog itself and of a field in it. */
function open(onClose: () => void) {
  let modal!: ReturnType<typeof useModal>;
  function Sheet() {
    modal = useModal(onClose);
    return null;
  }
  renderToStaticMarkup(<Sheet />);
  const dialog = {};
  return {
    press: (target: object) => modal.onPointerDown({ target, currentTarget: dialog } as Parameters<typeof modal.onPointerDown>[0]),
    click: (target: object) => modal.onClick({ target, currentTarget: dialog } as Parameters<typeof modal.onClick>[0]),
    dialog,
    field: {},
  };
}

it('closes by a press beside it, and not when text is marked from a field outwards', () => {
  const onClose = vi.fn();
  const { press, click, dialog, field } = open(onClose);
  press(field);
  click(field);
  press(field);
  click(dialog);
  expect(onClose).not.toHaveBeenCalled();
  press(dialog);
  click(dialog);
  expect(onClose).toHaveBeenCalledOnce();
});
