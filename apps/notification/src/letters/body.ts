interface Link {
  readonly label: string;
  readonly url: string;
}

/** One thing of several: what it is, some words of it, and where it is. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly quote?: string;
  readonly url: string;
}

/** What a mail says, without its looks. All of it is plain text; nothing in it is markup. */
export interface LetterContent {
  readonly language: 'en' | 'da';
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly quote?: string;
  /** After the quote. */
  readonly remarks?: readonly string[];
  readonly sections?: readonly Section[];
  readonly action: Link;
  readonly footer: readonly string[];
  readonly links: readonly Link[];
}

/** The same letter as plain text and as simple HTML: readable by screen readers and in the dark, with no picture and nothing that reports back. */
export function letterBody(letter: LetterContent): { text: string; html: string } {
  return { text: toText(letter), html: toHtml(letter) };
}

const quoted = (quote: string): string => quote.split('\n').map((line) => `> ${line}`).join('\n');

function toText({ paragraphs, quote, remarks = [], sections = [], action, footer, links }: LetterContent): string {
  const each = sections.map(({ title, lines, quote: words, url }) => [`* ${title}`, ...lines, ...(words ? [quoted(words)] : []), url].join('\n'));
  const main = [...paragraphs, ...(quote ? [quoted(quote)] : []), ...remarks, ...each, `${action.label}:\n${action.url}`];
  const end = [...footer, ...links.map(({ label, url }) => `${label}:\n${url}`)];
  return `${main.join('\n\n')}\n\n-- \n${end.join('\n\n')}\n`;
}

function toHtml({ language, title, paragraphs, quote, remarks = [], sections = [], action, footer, links }: LetterContent): string {
  const paragraph = (text: string) => `<p>${escape(text)}</p>`;
  const anchor = ({ label, url }: Link) => `<a href="${escape(url)}">${escape(label)}</a>`;
  const block = (text: string) => `<blockquote style="margin:1em 0;padding-left:1em;border-left:4px solid">${escape(text)}</blockquote>`;
  const section = ({ title: label, lines, quote: words, url }: Section) =>
    `<h2 style="font-size:1.1em;margin:1.5em 0 0">${anchor({ label, url })}</h2>${lines.map((line) => `<p style="margin:.25em 0">${escape(line)}</p>`).join('')}${words ? block(words) : ''}`;
  return [
    `<!doctype html><html lang="${language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em auto;padding:0 1em">',
    ...paragraphs.map(paragraph),
    ...(quote ? [block(quote)] : []),
    ...remarks.map(paragraph),
    ...sections.map(section),
    `<p><strong>${anchor(action)}</strong></p>`,
    '<hr>',
    ...footer.map(paragraph),
    ...links.map((link) => `<p>${anchor(link)}</p>`),
    '</body></html>',
  ].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
