import type { MailTexts } from './texts.ts';

export const en: MailTexts = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  someone: 'A member',
  post: {
    mention: (actor, title) => `${actor} mentioned you in “${title}”:`,
    reply: (actor, title) => `${actor} replied to you in “${title}”:`,
  },
  readPost: 'Read the post',
  why: {
    mention: 'You get this mail because you were mentioned.',
    reply: 'You get this mail because someone answered your topic or post.',
  },
  unsubscribe: {
    mention: 'No more mail about mentions',
    reply: 'No more mail about replies',
  },
  settings: 'Choose what you get mail about',
  account: {
    verify_email: {
      subject: 'Confirm your e-mail address',
      paragraphs: ['Welcome to UnityPlan. Confirm that this address is yours, and you can sign in.', 'If you did not register, you need do nothing.'],
      action: 'Confirm my address',
    },
    registration_repeated: {
      subject: 'You already have an account',
      paragraphs: ['Someone tried to register with this address, which has an account already. If it was you, just sign in; on that page you can also choose a new password.', 'If it was not you, you need do nothing: nothing was changed.'],
      action: 'Sign in',
    },
    reset_password: {
      subject: 'Choose a new password',
      paragraphs: ['A new password was asked for. Choosing one signs you out everywhere.', 'If you did not ask for it, you need do nothing: your password stays as it is.'],
      action: 'Choose a new password',
    },
    password_changed: {
      subject: 'Your password was changed',
      paragraphs: ['The password of your account was changed, and all devices were signed out.', 'If it was not you, choose a new password at once.'],
      action: 'Choose a new password',
    },
    session_replayed: {
      subject: 'A sign-in was ended for your safety',
      paragraphs: ['A key that keeps one of your devices signed in was used a second time. It may have been copied, so that device was signed out.', 'Look at your devices, and sign out those you do not know.'],
      action: 'Look at my devices',
    },
  },
  linkUntil: (when) => `The link works once, until ${when}.`,
  accountWhy: 'You get this mail because it concerns your account; it cannot be turned off.',
};
