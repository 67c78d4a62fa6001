import type { AccountMailKind } from '../../db/mail-jobs.table.ts';
import type { Reason } from '../../db/notifications.table.ts';
import { da } from './da.ts';
import { en } from './en.ts';

/** Every sentence of our mails; each language has all of them. */
export interface MailTexts {
  greeting(name: string | null): string;
  readonly someone: string;
  readonly post: Readonly<Record<Reason, (actor: string, title: string) => string>>;
  readonly readPost: string;
  readonly why: Readonly<Record<Reason, string>>;
  readonly unsubscribe: Readonly<Record<Reason, string>>;
  readonly settings: string;
  readonly account: Readonly<Record<AccountMailKind, { readonly subject: string; readonly paragraphs: readonly string[]; readonly action: string }>>;
  linkUntil(when: string): string;
  readonly accountWhy: string;
}

export function textsOf(language: 'en' | 'da'): MailTexts {
  return { en, da }[language];
}
