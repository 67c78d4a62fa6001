import { daysLeft, nameOf, type Content, type ContentOf, type Pointer } from '../contents/contents.policy.ts';
import type { Reason } from '../db/notifications.table.ts';
import type { MailTexts, PostReason, Words } from './texts.ts';

/** For whom words are put, and when. */
export interface Reader {
  readonly language: 'en' | 'da';
  readonly timeZone: string;
  readonly now: number;
}

/** One notification in words, for a mail or a push message. `path` is where it leads on the territory's site. */
export interface Notice extends Words {
  /** What was written: an excerpt, or the reason of a decision. */
  readonly quote: string | null;
  readonly path: string;
}

/** Puts what an entry says now into words. `reasons` are those for which it goes out, strongest first. */
export function noticeOf(content: Exclude<Content, { kind: 'queue' }>, pointer: Pointer, reasons: readonly Reason[], texts: MailTexts, reader: Reader): Notice {
  switch (content.kind) {
    case 'post': return postNotice(content, reasons, texts);
    case 'badge': return badgeNotice(content, pointer, texts, reader);
    case 'moderation': return decisionNotice(content, pointer, texts, reader);
  }
}

function writeDate(at: string | null | undefined, { language, timeZone }: Reader): string | null {
  return at ? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'da', { dateStyle: 'long', timeZone }).format(new Date(at)) : null;
}

function postNotice({ post, actor }: ContentOf<'post'>, reasons: readonly Reason[], texts: MailTexts): Notice {
  const say = texts.post[reasons[0] as PostReason];
  return { subject: post.topicTitle, paragraphs: [say(nameOf(actor) ?? texts.someone, post.topicTitle)], quote: post.excerpt, action: texts.readPost, path: topicPath(post.topicId, post.topicSlug, post.number) };
}

function badgeNotice({ badge, course, by }: ContentOf<'badge'>, { about, details }: Pointer, texts: MailTexts, reader: Reader): Notice {
  const say = texts.badge[about as keyof typeof texts.badge];
  const facts = { badge: badge.name[reader.language], course: course?.title[reader.language] ?? null, by: by && nameOf(by), until: writeDate(details.expiresAt, reader), days: daysLeft(details, reader.now) ?? 1 };
  return { ...say(facts), quote: null, path: `/badges/${encodeURIComponent(badge.badge)}` };
}

function decisionNotice({ decision, moderator }: ContentOf<'moderation'>, { about, details }: Pointer, texts: MailTexts, reader: Reader): Notice {
  const say = texts.decision[about as keyof typeof texts.decision];
  const words = say({
    title: decision.topicTitle, number: decision.postNumber ?? 1, moderator: nameOf(moderator) ?? texts.aModerator, rule: decision.rule, outcome: details.outcome,
    appealUntil: writeDate(decision.appealableUntil, reader),
  });
  return { ...words, quote: decision.reason, path: about === 'flag_decided' ? '/settings/moderation' : `/moderation/log/${decision.decisionId}` };
}

export function topicPath(topicId: string, slug: string, number: number): string {
  return `/topics/${topicId}/${slug}#post-${number}`;
}
