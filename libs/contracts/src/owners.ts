/** Every owner of contracts by its name: the one list. The registry, the generated documents and the gateway's map derive from it. */
export * as auth from './auth/auth.ts';
export * as badge from './badge/badge.ts';
export * as course from './course/course.ts';
export * as event from './event/event.ts';
export * as files from './files/files.ts';
export * as forum from './forum/forum.ts';
export * as gateway from './gateway/gateway.ts';
export * as notification from './notification/notification.ts';
export * as territory from './territory/territory.ts';
export * as user from './user/user.ts';
export * as websocket from './websocket/websocket.ts';
