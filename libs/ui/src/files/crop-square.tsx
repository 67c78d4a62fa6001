import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { within, zoomed, zoomOf, type Square } from './crop.ts';

interface Props {
  bitmap: ImageBitmap;
  square: Square;
  texts: { picture: string; keys: string; zoom: string };
  onChange: (square: Square) => void;
}

const shown = 320;

/** Chooses the square of a picture: drag or arrow keys move it, a slider or + and − zoom. Drawn on a canvas, so the file never gets an address. */
export function CropSquare({ bitmap, square, texts, onChange }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ x: number; y: number; from: Square }>(undefined);
  const id = useId();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, shown * 2, shown * 2);
    context.drawImage(bitmap, square.x, square.y, square.side, square.side, 0, 0, shown * 2, shown * 2);
  }, [bitmap, square]);
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drag.current) return;
    const scale = square.side / event.currentTarget.clientWidth;
    onChange(within(bitmap, { ...drag.current.from, x: drag.current.from.x - (event.clientX - drag.current.x) * scale, y: drag.current.from.y - (event.clientY - drag.current.y) * scale }));
  };
  const keys = (event: KeyboardEvent) => {
    const step = square.side * (event.shiftKey ? 0.2 : 0.04);
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    const zoom = { '+': 1.1, '=': 1.1, '-': 1 / 1.1 }[event.key];
    if (by) onChange(within(bitmap, { ...square, x: square.x + by[0]!, y: square.y + by[1]! }));
    else if (zoom) onChange(zoomed(bitmap, square, zoomOf(bitmap, square) * zoom));
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex flex-col items-center gap-3">
      {/* An image that reacts to keys: said as an application, with its keys described. */}
      <canvas ref={canvas} width={shown * 2} height={shown * 2} role="application" aria-label={texts.picture} aria-describedby={`${id}-keys`} tabIndex={0} onKeyDown={keys}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); drag.current = { x: event.clientX, y: event.clientY, from: square }; }}
        onPointerMove={move} onPointerUp={() => { drag.current = undefined; }} onPointerCancel={() => { drag.current = undefined; }}
        className="size-60 cursor-move touch-none rounded-full bg-sunken outline outline-line sm:size-72" />
      <p id={`${id}-keys`} className="text-sm text-muted">{texts.keys}</p>
      <label className="flex min-h-11 w-full max-w-72 items-center gap-3 text-sm">
        {texts.zoom}
        <input type="range" min={1} max={8} step={0.05} value={zoomOf(bitmap, square)} onChange={(event) => onChange(zoomed(bitmap, square, Number(event.target.value)))} className="w-full accent-(--accent)" />
      </label>
    </div>
  );
}
