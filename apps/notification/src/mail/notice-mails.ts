import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { Contents } from '../contents/contents.views.ts';
import { cancelled, type Attempt } from '../jobs/attempts.ts';
import { letterBody } from '../letters/body.ts';
import { textsOf, type MailReason } from '../letters/texts.ts';
import { noticeOf } from '../letters/words.ts';
import { movedToDigest, stillWanted } from '../outgoing/outgoing.policy.ts';
import { OutgoingViews } from '../outgoing/outgoing.views.ts';
import { LetterFrame } from './letter-frame.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import type { Letter } from './mail-transport.ts';

/** Mails about one thing: written when they are sent, from how things are then, or not at all. */
@Injectable()
export class NoticeMails {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly outgoing: OutgoingViews,
    private readonly contents: Contents,
    private readonly frame: LetterFrame,
  ) {}

  async write(territory: string, job: MailJob): Promise<Letter | Attempt> {
    const found = await this.outgoing.one(territory, job.member_id, job.about_id);
    const state = stillWanted(found, 'mail');
    if ('stop' in state) return movedToDigest(found) ? cancelled(waitsForDigest) : cancelled(state.stop);
    const { entry, preferences } = found!;
    const content = (await this.contents.of(territory, job.member_id, [entry])).get(entry.subject_id);
    if (!content || content.kind === 'queue') return cancelled('gone, hidden or closed to the member');
    const reader = await this.frame.reader(territory, job, preferences.quietHours);
    if ('outcome' in reader) return reader;

    const texts = textsOf(reader.language);
    const notice = noticeOf(content, entry, state.reasons, texts, { ...reader, now: this.clock() });
    const reason = state.reasons[0] as MailReason;
    const { host, origin, headers, links } = this.frame.of(territory, reader, { list: 'forum', memberId: job.member_id, about: reason });
    const post = content.kind === 'post' ? content.post : undefined;
    return {
      to: reader.address,
      // Of a post the title alone, in no language: mail programs keep a conversation together by it.
      subject: post && post.number > 1 ? `Re: ${notice.subject}` : notice.subject,
      messageId: job.message_id,
      ...(post ? { thread: `<topic.${post.topicId}@${host}>` } : {}),
      headers,
      ...letterBody({
        language: reader.language,
        title: notice.subject,
        paragraphs: [texts.greeting(reader.name), ...notice.paragraphs],
        ...(notice.quote ? { quote: notice.quote } : {}),
        remarks: notice.remarks ?? [],
        action: { label: notice.action, url: `${origin}${notice.path}` },
        footer: [texts.why[reason]],
        links,
      }),
    };
  }
}

/** Note of a mail that its reader wants in the digest by now. */
export const waitsForDigest = 'waits for the digest';
