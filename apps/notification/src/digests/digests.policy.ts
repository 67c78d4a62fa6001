import { nameOf, type Content } from '../contents/contents.policy.ts';
import type { Section } from '../letters/body.ts';
import type { MailTexts } from '../letters/texts.ts';
import { noticeOf, topicPath, type Reader } from '../letters/words.ts';
import { stillWanted, type Outgoing } from '../outgoing/outgoing.policy.ts';
import { defaults, type Preferences } from '../preferences/preferences.policy.ts';

/** What could not be shown for so long is not sent any more: a post that stays hidden, a door that stays closed. */
const waitMs = 30 * 24 * 3_600_000;

/** What of all that waits may be in a digest now, and what never will. The rest goes on waiting. */
export function digestOf(waiting: readonly Outgoing[], now: number): { candidates: Outgoing[]; dropped: string[]; preferences: Preferences } {
  const candidates: Outgoing[] = [];
  const dropped: string[] = [];
  for (const one of waiting) {
    const state = stillWanted(one, 'digest');
    const old = now - one.entry.created_at.getTime() > waitMs;
    if (old || ('stop' in state && !state.passing)) dropped.push(one.entry.subject_id);
    else if ('reasons' in state) candidates.push(one);
  }
  return { candidates, dropped, preferences: waiting[0]?.preferences ?? defaults };
}

/** A digest's lines: posts of one topic together, everything else by itself, in order of time. */
export function sectionsOf(included: readonly Outgoing[], said: ReadonlyMap<string, Content>, texts: MailTexts, reader: Reader, origin: string): Section[] {
  const groups = new Map<string, Outgoing[]>();
  for (const one of included) {
    const key = one.entry.about === 'post' ? one.entry.group_id : one.entry.subject_id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => sectionOf(group, said, texts, reader, origin) ?? []);
}

function sectionOf(group: readonly Outgoing[], said: ReadonlyMap<string, Content>, texts: MailTexts, reader: Reader, origin: string): Section | undefined {
  const contents = group.flatMap(({ entry }) => said.get(entry.subject_id) ?? []);
  const posts = contents.flatMap((content) => (content.kind === 'post' ? [content] : [])).sort((a, b) => a.post.number - b.post.number);
  const [first] = posts;
  if (first) {
    const names = [...new Set(posts.map(({ actor }) => nameOf(actor) ?? texts.someone))];
    const { topicTitle, topicId, topicSlug, number, excerpt } = first.post;
    return { title: topicTitle, lines: [texts.digest.posts(posts.length, names.slice(0, 2), Math.max(0, names.length - 2))], quote: excerpt, url: origin + topicPath(topicId, topicSlug, number) };
  }
  const [one, content] = [group[0]!, contents[0]];
  if (!content || content.kind === 'queue') return undefined;
  const notice = noticeOf(content, one.entry, [], texts, reader);
  return { title: notice.subject, lines: [...notice.paragraphs], ...(notice.quote ? { quote: notice.quote } : {}), url: origin + notice.path };
}
