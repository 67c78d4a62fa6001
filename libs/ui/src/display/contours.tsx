import { useMemo } from 'react';

/** Contour lines as on a land map, drawn from a seed: every territory has its own land. Decorative. */
export function Contours({ seed, className }: { seed: string; className?: string }) {
  const rings = useMemo(() => contourRings(seed), [seed]);
  return (
    <svg viewBox="0 0 400 400" aria-hidden="true" className={className} fill="none" stroke="currentColor" strokeWidth="1.5" preserveAspectRatio="xMidYMid slice">
      {rings.map((d, index) => (
        <path key={index} d={d} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

/** Closed paths from the peak outwards; equal for equal seeds. */
export function contourRings(seed: string, count = 13): string[] {
  const random = randomFrom(seed);
  const waves = Array.from({ length: 4 }, (_, k) => ({ turns: k + 2, size: (random() * 0.2) / (k + 1) + 0.03, shift: random() * Math.PI * 2 }));
  const drift = { x: (random() - 0.5) * 60, y: (random() - 0.5) * 60 };
  return Array.from({ length: count }, (_, ring) => {
    const part = (ring + 1) / count;
    const points = Array.from({ length: 40 }, (__, step): Point => {
      const angle = (step / 40) * Math.PI * 2;
      const wave = waves.reduce((sum, w) => sum + w.size * Math.sin(w.turns * angle + w.shift + part * 1.4), 1);
      const radius = 230 * part * wave;
      return [200 + drift.x * (1 - part) + Math.cos(angle) * radius, 200 + drift.y * (1 - part) + Math.sin(angle) * radius];
    });
    return smoothClosed(points);
  });
}

type Point = readonly [x: number, y: number];

/** A closed curve that bends at every point and passes half-way between neighbours. */
function smoothClosed(points: readonly Point[]): string {
  const write = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const halfway = (at: number): Point => {
    const [ax, ay] = points[at % points.length]!;
    const [bx, by] = points[(at + 1) % points.length]!;
    return [(ax + bx) / 2, (ay + by) / 2];
  };
  return `M${write(halfway(points.length - 1))}${points.map((point, at) => `Q${write(point)} ${write(halfway(at))}`).join('')}Z`;
}

function randomFrom(seed: string): () => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}
