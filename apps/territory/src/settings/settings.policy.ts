import { territory as contracts, type RouteInput } from '@unityplan/contracts';
import type { Territory } from '@unityplan/territory';
import { z } from 'zod';
import type { Written } from './settings.repository.ts';

export type Settings = z.output<typeof contracts.territorySettings>;

// Stored settings hold only what a territory has chosen; everything else follows the defaults of the day.
const { registration, welcome } = contracts.territorySettings.shape;
/** Each part by itself: one that does not fit takes no other with it, or a closed door would be open. */
const stored = z.object({
  registration: registration.optional().catch(undefined),
  welcome: z.object({ en: welcome.shape.en.optional().catch(undefined), da: welcome.shape.da.optional().catch(undefined) }).catch({}),
}).catch({ welcome: {} });

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
  const chosen = stored.parse(raw);
  return { registration: chosen.registration ?? usual.registration, welcome: { en: chosen.welcome.en ?? usual.welcome.en, da: chosen.welcome.da ?? usual.welcome.da } };
}

/** What is stored after a change: what it leaves out stays, what it sets to null is chosen no longer. */
export function withChange(row: Written, { name, defaultLanguage, settings }: RouteInput<typeof contracts.changeTerritory>['body']): Written {
  const before = stored.parse(row.settings);
  return {
    name_en: name?.en ?? row.name_en,
    name_da: name?.da ?? row.name_da,
    name_own: name?.own === undefined ? row.name_own : name.own,
    default_language: defaultLanguage ?? row.default_language,
    settings: chosen({ registration: chosenNow(before.registration, settings?.registration), welcome: chosen({ en: chosenNow(before.welcome.en, settings?.welcome?.en), da: chosenNow(before.welcome.da, settings?.welcome?.da) }) }),
  };
}

function chosenNow<T>(before: T | undefined, change: T | null | undefined): T | undefined {
  return change === undefined ? before : (change ?? undefined);
}

/** Without what is not chosen. */
function chosen<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
