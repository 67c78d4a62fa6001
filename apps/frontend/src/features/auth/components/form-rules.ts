import type { KeyOf } from '../../../i18n/typed-keys.ts';

type Key = KeyOf<'auth'>;

// The light side of the contract's rules: what can be said at once, without a round trip. The server has the last word.
const looksLikeEmail = /^\S+@[^\s@]+\.[^\s@]+$/;

export const emailRule = (t: (key: Key) => string) => ({
  validate: (value: string) => (value.trim().length <= 254 && looksLikeEmail.test(value.trim())) || t('faults.email'),
});
export const passwordRule = (t: (key: Key) => string) => ({
  minLength: { value: 8, message: t('faults.passwordShort') },
  maxLength: { value: 128, message: t('faults.passwordLong') },
  required: t('faults.passwordMissing'),
});
