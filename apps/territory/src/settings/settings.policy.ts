import { territory as contracts } from '@unityplan/contracts';
import type { Territory } from '@unityplan/territory';
import type { z } from 'zod';

export type Settings = z.output<typeof contracts.territorySettings>;

/** Stored settings hold only what a territory has chosen; everything else follows the defaults of the day. */
const stored = contracts.territorySettings.extend({ welcome: contracts.territorySettings.shape.welcome.partial() }).partial();

// The demonstration territories greet in more words.
const welcomes: Readonly<Record<string, Settings['welcome']>> = {
  DK: {
    en: 'Welcome to Denmark’s own place on UnityPlan: learn something, teach something, and talk about what we share.',
    da: 'Velkommen til Danmarks eget sted på UnityPlan: lær noget, lær fra dig, og tal om det, vi er fælles om.',
  },
  NO: {
    en: 'Welcome to Norway’s own place on UnityPlan, from the fjords to the far north.',
    da: 'Velkommen til Norges eget sted på UnityPlan, fra fjordene til det høje nord.',
  },
};

/** The settings in force. A stored part that does not fit is left out, so that one bad field closes no territory. */
export function settingsOf(territory: Pick<Territory, 'id' | 'names'>, raw: unknown): Settings {
  const { en, da } = territory.names;
  const usual: Settings = { registration: 'open', welcome: welcomes[territory.id] ?? { en: `Welcome to ${en}.`, da: `Velkommen til ${da}.` } };
  const chosen = stored.safeParse(raw);
  if (!chosen.success) return usual;
  const { registration, welcome } = chosen.data;
  return { registration: registration ?? usual.registration, welcome: { en: welcome?.en ?? usual.welcome.en, da: welcome?.da ?? usual.welcome.da } };
}
