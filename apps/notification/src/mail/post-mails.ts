import { Inject, Injectable } from '@nestjs/common';
import { forum, user } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { CONFIG, DB, publicOrigin, REGISTRY } from '@unityplan/service-kit';
import { namesOf, type TerritoryRegistry } from '@unityplan/territory';
import type { Reason } from '../db/notifications.table.ts';
import type { NotificationDb } from '../db/schema.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { wantedByMail } from '../preferences/preferences.policy.ts';
import { PreferencesViews } from '../preferences/preferences.views.ts';
import { UnsubscribeLinks } from '../unsubscribes/unsubscribe-links.service.ts';
import { letterBody } from './letters/body.ts';
import { textsOf } from './letters/texts.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import type { Letter } from './mail-transport.ts';
import { cancelled, type Cancelled } from './mail.policy.ts';
import { Recipients } from './recipients.ts';

/** Mails about posts: written when they are sent, from how things are then, or not at all. */
@Injectable()
export class PostMails {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CONFIG) private readonly config: NotificationConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly preferences: PreferencesViews,
    private readonly recipients: Recipients,
    private readonly links: UnsubscribeLinks,
    private readonly rpc: RpcClient,
  ) {}

  async write(territory: string, job: MailJob): Promise<Letter | Cancelled> {
    const { read, reason } = await this.stateOf(territory, job);
    if (read) return cancelled('read meanwhile');
    if (!reason) return cancelled('not wanted any more');
    const { posts } = await this.rpc.call(forum.getExcerpts, territory, { postIds: [job.about_id] });
    const post = posts[0];
    if (!post) return cancelled('the post was deleted');
    const recipient = await this.recipients.of(territory, job);
    if (!recipient?.verified) return cancelled('no confirmed address');

    const { people } = await this.rpc.call(user.getPeople, territory, { memberIds: [post.authorId] });
    const texts = textsOf(recipient.language);
    const actor = people[0]?.displayName ?? (people[0]?.handle ? `@${people[0].handle}` : texts.someone);
    const origin = publicOrigin(this.config, territory);
    const unsubscribe = this.links.of(territory, { memberId: job.member_id, reason });
    const host = namesOf(territory).publicHost;
    return {
      to: recipient.address,
      // The title alone, in no language: mail programs keep a conversation together by it.
      subject: post.number === 1 ? post.topicTitle : `Re: ${post.topicTitle}`,
      messageId: job.message_id,
      thread: `<topic.${post.topicId}@${host}>`,
      headers: {
        'List-Id': `${this.registry.get(territory)?.names[recipient.language] ?? territory} <forum.${host}>`,
        'List-Unsubscribe': `<${unsubscribe.oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      ...letterBody({
        language: recipient.language,
        title: post.topicTitle,
        paragraphs: [texts.greeting(recipient.name), texts.post[reason](actor, post.topicTitle)],
        quote: post.excerpt,
        action: { label: texts.readPost, url: `${origin}/topics/${post.topicId}/${post.topicSlug}#post-${post.number}` },
        footer: [texts.why[reason]],
        links: [{ label: texts.unsubscribe[reason], url: unsubscribe.page }, { label: texts.settings, url: `${origin}/settings/notifications` }],
      }),
    };
  }

  /** Whether the member has seen the post by now, and the strongest reason for which they still want mail. */
  private stateOf(territory: string, job: MailJob): Promise<{ read: boolean; reason: Reason | undefined }> {
    return this.db.read(territory, async (reader) => {
      const row = await reader.selectFrom('notifications').select('read_at').where('member_id', '=', job.member_id).where('post_id', '=', job.about_id).executeTakeFirst();
      const preferencesOf = await this.preferences.of(reader, [job.member_id]);
      return { read: row !== undefined && row.read_at !== null, reason: wantedByMail(job.reasons, preferencesOf(job.member_id))[0] };
    });
  }
}
