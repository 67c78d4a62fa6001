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

/** The files of texts; the English ones say which keys there are. */
interface AllTexts {
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
}
export type Namespace = keyof AllTexts;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Singular<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;
type KeysIn<T> = { [Key in keyof T & string]: T[Key] extends string ? Singular<Key> : `${Key}.${KeysIn<T[Key]>}` }[keyof T & string];

/** The dotted keys of a file of texts; plurals go by their base. */
export type KeyOf<N extends Namespace> = KeysIn<AllTexts[N]>;
