import type { KeyOf } from '../../../i18n/typed-keys.ts';

type Key = KeyOf<'profile'>;
type T = (key: Key) => string;
const within = (min: number, max: number, message: string) => (value: string) => (value.trim().length >= min && value.trim().length <= max) || message;

// The light side of the contract's rules; the server has the last word.
export const displayNameRule = (t: T) => ({ validate: within(1, 60, t('faults.displayName')) });
export const handleRule = (t: T) => ({ validate: (value: string) => /^[a-z][a-z0-9_-]{2,29}$/.test(value.trim().toLowerCase()) || t('faults.handle') });
export const aboutRule = (t: T) => ({ validate: within(0, 500, t('faults.about')) });
