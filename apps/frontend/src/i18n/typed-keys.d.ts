import 'i18next';
import type auth from './en/auth.json';
import type common from './en/common.json';
import type errors from './en/errors.json';
import type forum from './en/forum.json';
import type notifications from './en/notifications.json';
import type profile from './en/profile.json';
import type territories from './en/territories.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      auth: typeof auth;
      common: typeof common;
      errors: typeof errors;
      forum: typeof forum;
      notifications: typeof notifications;
      profile: typeof profile;
      territories: typeof territories;
    };
  }
}
