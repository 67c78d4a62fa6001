import type { MailTexts, Rule } from './texts.ts';

const rules: Record<Rule, string> = { spam: 'advertising or spam', abuse: 'abuse or harassment', off_topic: 'off topic', personal_data: 'personal data of others', other: 'other reasons' };
const posts = (count: number) => (count === 1 ? 'One new post' : `${count} new posts`);
const days = (count: number) => (count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`);

export const en: MailTexts = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  someone: 'A member',
  aModerator: 'A moderator',
  post: {
    mention: (actor, title) => `${actor} mentioned you in “${title}”:`,
    reply: (actor, title) => `${actor} replied to you in “${title}”:`,
    watching: (actor, title) => `${actor} wrote in “${title}”:`,
  },
  readPost: 'Read the post',
  badge: {
    badge_awarded: ({ badge, course, by, until }) => ({
      subject: `You have the badge “${badge}”`,
      paragraphs: [course ? `You completed “${course}” and earned the badge “${badge}”.` : by ? `${by} gave you the badge “${badge}”.` : `You were given the badge “${badge}”.`, ...(until ? [`It is valid until ${until}.`] : [])],
      action: 'See what it opens',
    }),
    badge_renewed: ({ badge, until }) => ({ subject: `Your badge “${badge}” is renewed`, paragraphs: [`Your badge “${badge}” is renewed.`, ...(until ? [`It is valid until ${until}.`] : [])], action: 'See your badge' }),
    badge_expiring: ({ badge, course, until, days: left }) => ({
      subject: `Your badge “${badge}” expires ${days(left)}`,
      paragraphs: [`Your badge “${badge}” expires ${days(left)}${until ? `, on ${until}` : ''}. What it opens is closed to you from then on.`, ...(course ? [`You renew it by taking the course “${course}” again.`] : [])],
      action: 'See how to keep it',
    }),
    badge_expired: ({ badge, course }) => ({
      subject: `Your badge “${badge}” has expired`,
      paragraphs: [`The time of your badge “${badge}” is over. It stays on your profile, but opens no doors any more.`, ...(course ? [`You get it back by taking the course “${course}” again.`] : [])],
      action: 'See how to renew it',
    }),
    badge_revoked: ({ badge, by }) => ({
      subject: `Your badge “${badge}” was taken back`,
      paragraphs: [`${by ?? 'A manager of your territory'} took your badge “${badge}” back. The reason stands with the badge.`, 'If you think that is wrong, write to a manager of your territory.'],
      action: 'Read the reason',
    }),
  },
  decision: {
    post_hidden: ({ title, number, moderator, rule, appealUntil }) => ({
      subject: `Your post in “${title}” was hidden`,
      paragraphs: [`${moderator} hid your post no. ${number} in “${title}”.`, ...(rule ? [`The rule: ${rules[rule]}.`] : []), 'The reason given:'],
      remarks: [appealUntil ? `If you think that is wrong, you can appeal until ${appealUntil}. Another moderator will look at it.` : 'This decision cannot be appealed any more.'],
      action: appealUntil ? 'See the decision and appeal' : 'See the decision',
    }),
    post_restored: ({ title, number, moderator }) => ({ subject: `Your post in “${title}” is shown again`, paragraphs: [`${moderator} shows your post no. ${number} in “${title}” again.`, 'The reason given:'], action: 'See the decision' }),
    flag_decided: ({ title, moderator, outcome }) => ({
      subject: `Your report in “${title}” was decided`,
      paragraphs: [outcome === 'hidden' ? `Thank you. ${moderator} looked at the post you reported in “${title}”, and hid it.` : `Thank you. ${moderator} looked at the post you reported in “${title}”, and let it stand.`, 'The reason given:'],
      remarks: ['Nobody is told who reported it.'], action: 'See your reports',
    }),
    appeal_decided: ({ title, moderator, outcome }) => ({
      subject: `Your appeal in “${title}” was decided`,
      paragraphs: [outcome === 'granted' ? `${moderator} agrees with you: your post in “${title}” is shown again.` : `${moderator} looked at your post in “${title}” again; it stays hidden.`, 'The reason given:'],
      ...(outcome === 'granted' ? {} : { remarks: ['If there is something new, write to a manager of your territory.'] }), action: 'See the decision',
    }),
  },
  why: {
    mention: 'You get this mail because you were mentioned.',
    reply: 'You get this mail because someone answered your topic or post.',
    watching: 'You get this mail because you watch the topic or its category.',
    post_moderated: 'You get this mail because it is about a post of yours.',
    appeal_decided: 'You get this mail because you appealed.',
    flag_decided: 'You get this mail because you reported a post.',
    badge_ended: 'You get this mail because it is about a badge of yours.',
    badge_expiring: 'You get this mail because a badge of yours expires.',
    badge_awarded: 'You get this mail because you got a badge.',
  },
  unsubscribe: {
    mention: 'No more mail about mentions',
    reply: 'No more mail about replies',
    watching: 'No more mail about what you watch',
    post_moderated: 'No more mail about decisions on your posts',
    appeal_decided: 'No more mail about your appeals',
    flag_decided: 'No more mail about your reports',
    badge_ended: 'No more mail about badges that end',
    badge_expiring: 'No more mail about badges that expire soon',
    badge_awarded: 'No more mail about new badges',
    digest: 'No more digests',
  },
  settings: 'Choose what you get mail about',
  digest: {
    subject: (count, territory) => (count === 1 ? `One thing new in ${territory}` : `${count} things new in ${territory}`),
    intro: 'This is what is new for you, and what you have not read yet:',
    posts: (count, actors, others) => `${posts(count)} by ${listed([...actors, ...(others > 0 ? [others === 1 ? 'one other' : `${others} others`] : [])])}`,
    more: (count) => (count === 1 ? 'One more thing is in your list.' : `${count} more things are in your list.`),
    action: 'See all notifications',
    why: 'You get this digest because you asked for some news to be gathered in one mail.',
  },
  push: { privateTitle: 'News for you', privateBody: 'Open your notifications to see what it is.', testTitle: 'It works', testBody: 'Push messages reach this device.' },
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

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'a member') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
