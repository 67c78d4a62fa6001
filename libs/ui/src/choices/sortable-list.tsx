import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type Announcements, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { SortableRow } from './sortable-row.tsx';

/** What the list says; `name` is the item's own. */
export interface SortableTexts {
  handle: (name: string) => string;
  up: (name: string) => string;
  down: (name: string) => string;
  /** How the handle is used by keyboard. */
  instructions: string;
  moved: (name: string, place: number, of: number) => string;
  lifted: (name: string) => string;
  cancelled: (name: string) => string;
}

interface Props<T> {
  label: string;
  items: readonly T[];
  idOf: (item: T) => string;
  nameOf: (item: T) => string;
  texts: SortableTexts;
  className?: string;
  /** Large rows: on narrow screens their content stands below the handle and takes the whole width. */
  stacked?: boolean;
  onMove: (from: number, to: number) => void;
  children: (item: T, index: number) => ReactNode;
}

/** A list to put in order by dragging, by keys on its handles, or by its up and down buttons; every move is announced. */
export function SortableList<T>({ label, items, idOf, nameOf, texts, className, stacked = false, onMove, children }: Props<T>) {
  const base = useId();
  const [said, setSaid] = useState('');
  const refocus = useRef<string>(undefined);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const ids = items.map(idOf);
  useLayoutEffect(() => {
    // React may have taken the moved row out of the page and put it back, which loses the focus of its button.
    if (refocus.current) document.getElementById(refocus.current)?.focus();
    refocus.current = undefined;
  });
  const find = (id: string | number) => items.find((item) => idOf(item) === id);
  const nameAt = (id: string | number) => { const item = find(id); return item === undefined ? '' : nameOf(item); };
  const placeOf = (id: string | number | undefined) => ids.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => texts.lifted(nameAt(active.id)),
    onDragOver: ({ active, over }) => (over ? texts.moved(nameAt(active.id), placeOf(over.id), ids.length) : undefined),
    onDragEnd: ({ active, over }) => texts.moved(nameAt(active.id), placeOf(over?.id ?? active.id), ids.length),
    onDragCancel: ({ active }) => texts.cancelled(nameAt(active.id)),
  };
  const end = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  const step = (index: number, by: 1 | -1, button: string) => {
    const to = index + by;
    if (to < 0 || to >= items.length) return;
    refocus.current = button;
    setSaid(texts.moved(nameOf(items[index]!), to + 1, items.length));
    onMove(index, to);
  };
  const accessibility = useMemo(() => ({ screenReaderInstructions: { draggable: texts.instructions } }), [texts.instructions]);
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={end} accessibility={{ ...accessibility, announcements }}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol aria-label={label} className={className ?? 'flex flex-col gap-2'}>
          {items.map((item, index) => (
            <SortableRow key={idOf(item)} id={idOf(item)} name={nameOf(item)} base={base} texts={texts} first={index === 0} last={index === items.length - 1} stacked={stacked} onStep={(by, button) => step(index, by, button)}>
              {children(item, index)}
            </SortableRow>
          ))}
        </ol>
      </SortableContext>
      <p role="status" className="sr-only">{said}</p>
    </DndContext>
  );
}
