import type { AwardedFrom } from '@unityplan/contracts';

/** What the evaluator asks of the territory tree; the registry of libs/territory fits. */
export interface Places {
  get(id: string): { readonly id: string; readonly parent: string | null; readonly sovereign: string } | undefined;
}

/**
 * Whether a badge awarded at `awarded` has authority at `place`. False as soon as either is unknown or they have different
 * sovereigns: a country is no authority in a First Nation whose land lies in it, and the reverse.
 */
export function covers(places: Places, awarded: string, place: string, from: AwardedFrom): boolean {
  const here = places.get(place);
  const there = places.get(awarded);
  if (!here || !there || here.sovereign !== there.sovereign) return false;
  if (from === 'sovereign') return true;
  const start = from === 'above' ? here : places.get(from);
  return start !== undefined && start.sovereign === here.sovereign && isAtOrAbove(places, there.id, start.id);
}

function isAtOrAbove(places: Places, above: string, start: string): boolean {
  const seen = new Set<string>();
  for (let at = places.get(start); at && !seen.has(at.id); at = at.parent === null ? undefined : places.get(at.parent)) {
    if (at.id === above) return true;
    seen.add(at.id);
  }
  return false;
}
