/** A pod that `npm start` can run on a developer's machine. */
export interface PodPlan {
  readonly id: string;
  /** The first is the one whose address is printed. */
  readonly territories: readonly string[];
}

/** Folder names of pods, as people say them; ids are what everything else uses. */
export const podPlans: Readonly<Record<string, PodPlan>> = {
  denmark: { id: 'dk', territories: ['DK'] },
};
