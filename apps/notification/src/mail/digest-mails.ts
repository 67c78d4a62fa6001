import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { Contents } from '../contents/contents.views.ts';
import { digestOf, sectionsOf } from '../digests/digests.policy.ts';
import type { DigestContents } from '../digests/digests.service.ts';
import { cancelled, type Attempt } from '../jobs/attempts.ts';
import { letterBody } from '../letters/body.ts';
import { textsOf } from '../letters/texts.ts';
import { OutgoingViews } from '../outgoing/outgoing.views.ts';
import { LetterFrame } from './letter-frame.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import type { Letter } from './mail-transport.ts';

/** What waits for one digest at most; the rest goes into the next. */
const mostEntries = 500;
const mostSections = 30;

/** A digest's mail: everything in it is asked for and decided anew when it is sent. */
@Injectable()
export class DigestMails {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly outgoing: OutgoingViews,
    private readonly contents: Contents,
    private readonly frame: LetterFrame,
  ) {}

  async write(territory: string, job: MailJob): Promise<{ mail: Letter | Attempt; contents: DigestContents }> {
    const waiting = await this.outgoing.waiting(territory, job.member_id, mostEntries);
    const wanted = digestOf(waiting, this.clock());
    const nothing = { included: [], dropped: wanted.dropped };
    if (wanted.candidates.length === 0) return { mail: cancelled('nothing left to tell'), contents: nothing };
    const said = await this.contents.of(territory, job.member_id, wanted.candidates.map(({ entry }) => entry));
    const included = wanted.candidates.filter(({ entry }) => said.has(entry.subject_id));
    if (included.length === 0) return { mail: cancelled('nothing left to tell'), contents: nothing };
    const reader = await this.frame.reader(territory, job, wanted.preferences.quietHours);
    if ('outcome' in reader) return { mail: reader, contents: reader.outcome === 'held' ? nothing : { included: [], dropped: waiting.map(({ entry }) => entry.subject_id) } };

    const texts = textsOf(reader.language);
    const { name, origin, headers, links } = this.frame.of(territory, reader, { list: 'digest', memberId: job.member_id, about: 'digest' });
    const sections = sectionsOf(included, said, texts, { ...reader, now: this.clock() }, origin);
    const subject = texts.digest.subject(sections.length, name);
    const mail: Letter = {
      to: reader.address,
      subject,
      messageId: job.message_id,
      headers,
      ...letterBody({
        language: reader.language,
        title: subject,
        paragraphs: [texts.greeting(reader.name), texts.digest.intro],
        sections: sections.slice(0, mostSections),
        action: { label: sections.length > mostSections ? `${texts.digest.more(sections.length - mostSections)} ${texts.digest.action}` : texts.digest.action, url: `${origin}/notifications` },
        footer: [texts.digest.why],
        links,
      }),
    };
    return { mail, contents: { included: included.map(({ entry }) => entry.subject_id), dropped: wanted.dropped } };
  }
}
