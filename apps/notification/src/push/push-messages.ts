import { Inject, Injectable } from '@nestjs/common';
import { notification } from '@unityplan/contracts';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import { Contents } from '../contents/contents.views.ts';
import type { PushJobsTable } from '../db/jobs.table.ts';
import type { NotificationDb } from '../db/schema.ts';
import { cancelled, type Attempt } from '../jobs/attempts.ts';
import { textsOf, type MailTexts } from '../letters/texts.ts';
import { noticeOf } from '../letters/words.ts';
import { Locales, type Locale } from '../neighbours/locales.views.ts';
import { CountsViews } from '../notifications/counts.views.ts';
import { stillWanted } from '../outgoing/outgoing.policy.ts';
import { OutgoingViews } from '../outgoing/outgoing.views.ts';
import { quietUntil } from '../time/quiet-hours.ts';
import type { PushMessage } from './push-transport.ts';
import { collapseKey, mannerOf, shorten } from './push.policy.ts';

export type PushJob = Selectable<PushJobsTable>;
type Shown = Pick<notification.PushPayload, 'title' | 'body' | 'url' | 'tag' | 'notificationId' | 'private'>;

const list = '/notifications';

/** What push messages say: written when they are sent, from how things are then, or not at all. Little, since others may see the screen. */
@Injectable()
export class PushMessages {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly outgoing: OutgoingViews,
    private readonly contents: Contents,
    private readonly locales: Locales,
    private readonly counts: CountsViews,
  ) {}

  async write(territory: string, job: PushJob): Promise<PushMessage | Attempt> {
    return job.kind === 'test' ? this.test(territory, job) : this.entry(territory, job);
  }

  private async test(territory: string, job: PushJob): Promise<PushMessage> {
    const locale = await this.locales.of(territory, job.member_id);
    const { push } = textsOf(locale.language);
    const shown: Shown = { title: push.testTitle, body: push.testBody, url: list, tag: 'test', notificationId: null, private: false };
    return { payload: await this.payload(territory, job.member_id, locale, shown), ttl: 300, urgency: 'high', topic: 'test' };
  }

  private async entry(territory: string, job: PushJob): Promise<PushMessage | Attempt> {
    const found = await this.outgoing.one(territory, job.member_id, job.about_id);
    const state = stillWanted(found, 'push');
    if ('stop' in state) return cancelled(state.stop);
    const { entry, preferences } = found!;
    const locale = await this.locales.of(territory, job.member_id);
    const until = quietUntil(this.clock(), preferences.quietHours, locale.timeZone);
    if (until) return { outcome: 'held', until };
    const content = (await this.contents.of(territory, job.member_id, [entry])).get(entry.subject_id);
    if (!content || content.kind === 'queue') return cancelled('gone, hidden or closed to the member');
    const texts = textsOf(locale.language);
    const key = collapseKey(preferences.pushPrivate ? 'private' : entry.group_id);
    const notice = noticeOf(content, entry, state.reasons, texts, { ...locale, now: this.clock() });
    const first = (notice.paragraphs[0] ?? '').replace(/:$/, '');
    const open: Shown = { title: notice.subject, body: content.kind === 'post' ? first : '', url: notice.path, tag: key, notificationId: entry.notification_id, private: false };
    return { payload: await this.payload(territory, job.member_id, locale, preferences.pushPrivate ? secret(texts, key) : open), ...mannerOf(entry.about), topic: key };
  }

  private async payload(territory: string, memberId: string, { language }: Locale, shown: Shown): Promise<string> {
    const { unread } = (await this.db.read(territory, (reader) => this.counts.of(reader, [memberId])))(memberId);
    const payload: notification.PushPayload = { version: 1, type: 'show', ...shown, title: shorten(shown.title, 120), body: shorten(shown.body, 240), unread, language };
    return JSON.stringify(notification.pushPayload.parse(payload));
  }
}

/** That there is news, and nothing of what it is. */
function secret({ push }: MailTexts, tag: string): Shown {
  return { title: push.privateTitle, body: push.privateBody, url: list, tag, notificationId: null, private: true };
}
