import 'i18next';
import type auth from './en/auth.json';
import type badges from './en/badges.json';
import type common from './en/common.json';
import type communities from './en/communities.json';
import type courses from './en/courses.json';
import type errors from './en/errors.json';
import type files from './en/files.json';
import type forum from './en/forum.json';
import type management from './en/management.json';
import type moderation from './en/moderation.json';
import type notifications from './en/notifications.json';
import type palette from './en/palette.json';
import type profile from './en/profile.json';
import type teach from './en/teach.json';
import type territories from './en/territories.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      auth: typeof auth;
      badges: typeof badges;
      common: typeof common;
      communities: typeof communities;
      courses: typeof courses;
      errors: typeof errors;
      files: typeof files;
      forum: typeof forum;
      management: typeof management;
      moderation: typeof moderation;
      notifications: typeof notifications;
      palette: typeof palette;
      profile: typeof profile;
      teach: typeof teach;
      territories: typeof territories;
    };
  }
}
