import type { BadgeNotification, ModerationNotification, NotificationItem, Person, PostNotification, QueueNotification } from '@unityplan/sdk';
import { Avatar, Icon, Medal, type IconName } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { howNamed } from '../notification-place.ts';

/** What a row shows: a picture, who did what, about which thing, and the words in question. */
export interface NotificationWords {
  picture: ReactNode;
  title: string;
  about?: string | undefined;
  text?: string | undefined;
  /** Why, in a word each. */
  reasons?: readonly string[];
}

/** Puts a notification into words, in the interface's language. */
export function useNotificationWords(): (item: NotificationItem) => NotificationWords {
  const { t } = useTranslation('notifications');
  const { t: rules } = useTranslation('moderation');
  const { t: common, language } = useTranslation('common');
  const { date } = useDates();
  const name = (person: Person) => nameOf(person) ?? common('formerMember');
  const face = (person: Person | undefined) => (person ? <Avatar id={person.memberId} name={nameOf(person) ?? '?'} picture={person.avatar} /> : <Sign icon="shield" />);

  const ofPost = (item: PostNotification): NotificationWords => {
    const named = howNamed(item.actors.map(name), item.actorCount);
    const who = named.key === 'one' ? named.a || common('formerMember') : t(`who.${named.key}`, named);
    const told = item.reasons.map(({ reason }) => reason).filter((reason) => reason === 'mention' || reason === 'reply' || reason === 'watching');
    // Several posts of several people: who did which would be guessed, so the reasons stand beside it.
    const title = item.postCount > 1 ? t('post.several', { count: item.postCount, who }) : t(`post.${told[0] ?? 'watching'}`, { who });
    return { picture: face(item.actors[0]), title, about: item.post.topicTitle, text: item.post.excerpt, reasons: told.map((reason) => t(`post.reasons.${reason}`)) };
  };
  const ofBadge = (item: BadgeNotification): NotificationWords => {
    const badge = inLanguage(item.badge.name, language);
    const title = item.event === 'expiring' ? t('badge.expiring', { badge, count: item.days ?? 1 })
      : item.event === 'awarded' && item.by ? t('badge.given', { badge, who: name(item.by) }) : t(`badge.${item.event}`, { badge });
    const renew = item.course && (item.event === 'expiring' || item.event === 'expired') ? t('badge.renewWith', { course: inLanguage(item.course.title, language) }) : '';
    const until = item.expiresAt && item.event !== 'expired' && item.event !== 'revoked' ? t('badge.until', { date: date(item.expiresAt) }) : '';
    const note = item.event === 'expired' ? t('badge.expiredText') : item.event === 'revoked' ? t('badge.revokedText') : '';
    const over = item.event === 'expired' || item.event === 'revoked';
    return { picture: <span className="grid size-10 place-items-center"><Medal icon={item.badge.icon} colour={item.badge.colour} expired={over} size="sm" /></span>, title, text: [until, note, renew].filter(Boolean).join(' ') || undefined };
  };
  const ofModeration = (item: ModerationNotification): NotificationWords => {
    const who = item.moderator ? name(item.moderator) : t('who.someone');
    const title = item.event === 'flag_decided' ? t(item.outcome === 'hidden' ? 'moderation.flag_hidden' : 'moderation.flag_dismissed')
      : item.event === 'appeal_decided' ? t(item.outcome === 'granted' ? 'moderation.appeal_granted' : 'moderation.appeal_upheld') : t(`moderation.${item.event}`, { who });
    const rule = item.rule && item.event === 'post_hidden' ? t('moderation.rule', { rule: ruleName(item, (rule) => rules(`rules.${rule}`)) }) : '';
    return { picture: face(item.moderator ?? undefined), title, about: item.post.topicTitle, text: [rule, item.reason, item.canAppeal ? t('moderation.canAppeal') : ''].filter(Boolean).join(' · ') };
  };
  const ofQueue = (item: QueueNotification): NotificationWords => ({
    picture: <Sign icon="flag" />, title: t('queue.title'),
    text: [item.flags > 0 ? t('queue.flags', { count: item.flags }) : '', item.appeals > 0 ? t('queue.appeals', { count: item.appeals }) : ''].filter(Boolean).join(', '),
  });
  return (item) => (item.kind === 'post' ? ofPost(item) : item.kind === 'badge' ? ofBadge(item) : item.kind === 'moderation' ? ofModeration(item) : ofQueue(item));
}

const known = ['spam', 'abuse', 'off_topic', 'personal_data', 'other'] as const;

function ruleName({ rule }: ModerationNotification, say: (rule: (typeof known)[number]) => string): string {
  const named = known.find((each) => each === rule);
  return named ? say(named) : (rule ?? '');
}

function Sign({ icon }: { icon: IconName }) {
  return <span className="grid size-10 place-items-center rounded-full bg-sunken text-muted"><Icon name={icon} /></span>;
}
