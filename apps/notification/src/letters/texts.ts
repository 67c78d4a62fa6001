import type { AccountMailKind } from '../db/jobs.table.ts';
import type { Details, Reason } from '../db/notifications.table.ts';
import { da } from './da.ts';
import { en } from './en.ts';

/** Reasons for which there is mail. */
export type MailReason = Exclude<Reason, 'moderation_queue'>;
export type PostReason = Extract<Reason, 'mention' | 'reply' | 'watching'>;
export type Rule = 'spam' | 'abuse' | 'off_topic' | 'personal_data' | 'other';

/** What a mail about a badge is made from. Dates are written out in the reader's language. */
interface BadgeFacts {
  readonly badge: string;
  readonly course: string | null;
  readonly by: string | null;
  readonly until: string | null;
  readonly days: number;
}
/** What a mail about a decision is made from. */
interface DecisionFacts {
  readonly title: string;
  readonly number: number;
  readonly moderator: string;
  readonly rule: Rule | null;
  readonly outcome: Details['outcome'];
  readonly appealUntil: string | null;
}
/** Subject and words; `quote` stands between paragraphs and remarks. */
export interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly remarks?: readonly string[];
  readonly action: string;
}
type BadgeKind = 'badge_awarded' | 'badge_renewed' | 'badge_expiring' | 'badge_expired' | 'badge_revoked';
type DecisionKind = 'post_hidden' | 'post_restored' | 'flag_decided' | 'appeal_decided';

/** Every sentence of our mails and push messages; each language has all of them. */
export interface MailTexts {
  greeting(name: string | null): string;
  readonly someone: string;
  readonly aModerator: string;
  readonly post: Readonly<Record<PostReason, (actor: string, title: string) => string>>;
  readonly readPost: string;
  readonly badge: Readonly<Record<BadgeKind, (facts: BadgeFacts) => Words>>;
  readonly decision: Readonly<Record<DecisionKind, (facts: DecisionFacts) => Words>>;
  readonly why: Readonly<Record<MailReason, string>>;
  readonly unsubscribe: Readonly<Record<MailReason | 'digest', string>>;
  readonly settings: string;
  readonly digest: {
    subject(count: number, territory: string): string;
    readonly intro: string;
    /** `A, B and 3 others` wrote so many posts. */
    posts(count: number, actors: readonly string[], others: number): string;
    readonly more: (count: number) => string;
    readonly action: string;
    readonly why: string;
  };
  readonly push: {
    readonly privateTitle: string;
    readonly privateBody: string;
    readonly testTitle: string;
    readonly testBody: string;
  };
  readonly account: Readonly<Record<AccountMailKind, Words>>;
  linkUntil(when: string): string;
  readonly accountWhy: string;
}

export function textsOf(language: 'en' | 'da'): MailTexts {
  return { en, da }[language];
}
