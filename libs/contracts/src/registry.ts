import type { ErrorContract } from './kernel/errors.ts';
import type { EventContract } from './kernel/events.ts';
import type { RouteContract } from './kernel/routes.ts';
import type { RpcContract } from './kernel/rpc.ts';
import * as auth from './auth/auth.ts';
import * as badge from './badge/badge.ts';
import * as course from './course/course.ts';
import * as event from './event/event.ts';
import * as files from './files/files.ts';
import * as forum from './forum/forum.ts';
import { commonErrors } from './kernel/common-errors.ts';
import * as notification from './notification/notification.ts';
import * as territory from './territory/territory.ts';
import * as user from './user/user.ts';
import * as websocket from './websocket/websocket.ts';

const owners = { auth, badge, course, event, files, forum, notification, territory, user, websocket };
const exported: unknown[] = Object.values(owners).flatMap((owner) => Object.values(owner));
const ofKind = <T>(kind: string): T[] =>
  exported.filter((item): item is T => typeof item === 'object' && item !== null && 'kind' in item && item.kind === kind);

/** Every event, RPC and route of the platform: documentation, subjects and checks derive from these. */
export const allEvents = ofKind<EventContract>('event');
export const allRpcs = ofKind<RpcContract>('rpc');
export const allRoutes = ofKind<RouteContract>('route');

/** Every error code with its texts. */
export const allErrors: Readonly<Record<string, ErrorContract>> = {
  ...commonErrors, ...auth.authErrors, ...badge.badgeErrors, ...course.courseErrors, ...user.userErrors, ...files.filesErrors, ...forum.forumErrors, ...forum.moderationErrors, ...notification.notificationErrors, ...websocket.websocketErrors,
};
