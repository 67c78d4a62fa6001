import { badgeReads, badgeWrites } from './badges.ts';
import { courseReads, courseWrites } from './courses.ts';
import { forumReads, forumWrites } from './forum.ts';
import { notificationReads, notificationWrites } from './notifications.ts';
import type { Probes } from './probe.ts';
import { otherReads, otherWrites, sessionProbes } from './rest.ts';

export type { Probe, Probes } from './probe.ts';

/** How every operation of the API is tried, in the order in which the territory's own people can do all of it: what reads first. */
export const probes: Probes = {
  ...forumReads, ...courseReads, ...notificationReads, ...badgeReads, ...otherReads,
  ...forumWrites, ...courseWrites, ...notificationWrites, ...badgeWrites, ...otherWrites, ...sessionProbes,
};
/** Operations that leave everything as it is, although some are POSTs. */
export const readers: ReadonlySet<string> = new Set([forumReads, courseReads, notificationReads, badgeReads, otherReads].flatMap((some) => Object.keys(some)).concat('listSessions'));
