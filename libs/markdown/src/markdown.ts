import type { Element, Root as Html } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html as RawHtml, Image, ImageReference, Nodes, Parents, Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { refuseDeepTree, tooInvolved, withinLimits } from './limits.ts';
import { linkMentions, mentionedHandles } from './mentions.ts';
import { excerptOf } from './plain-text.ts';
import { safeHtml, tidy } from './safe-html.ts';

/** Goes up when the same text would give other HTML; rows with an older one are rendered again when they are next written. */
export const renderVersion = 1;

/** A text read once; mentions, HTML and excerpt all come from this tree. */
export interface ParsedText {
  readonly markdown: string;
  readonly path: string;
  readonly tree: Root;
  readonly handles: readonly string[];
}

/** Safe HTML, and the beginning of the text without marks. */
export interface RenderedText {
  readonly html: string;
  readonly excerpt: string;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const deepQuote = /^(?:[ \t]*>){30}/m;

/** Where a text stands: `below-title` makes its first level the third; `from-third` lets its highest heading be the third, whatever it was. */
export interface RenderOptions {
  readonly headings?: 'below-title' | 'from-third';
}

/**
 * Reads CommonMark with GitHub's tables, task lists, footnotes, strike-through and bare links. Throws `input_invalid` on texts built
 * to hurt; `path` is the field to correct.
 */
export function parseText(markdown: string, path = 'body.markdown'): ParsedText {
  if (deepQuote.test(markdown)) throw tooInvolved('Nest quotes and lists less deeply', path);
  return withinLimits(markdown, path, () => {
    const tree = parser.parse(markdown);
    refuseDeepTree(tree, path);
    return { markdown, path, tree, handles: mentionedHandles(tree) };
  });
}

/** HTML that is safe to show as it is. `idPrefix` keeps footnotes of several texts on one page apart (`post-<id>-`). */
export function renderText(text: ParsedText, knownHandles: ReadonlySet<string>, idPrefix: string, { headings = 'below-title' }: RenderOptions = {}): RenderedText {
  return withinLimits(text.markdown, text.path, () => {
    const tree = structuredClone(text.tree);
    const excerpt = excerptOf(tree);
    linkMentions(tree, knownHandles);
    demote(tree, headings === 'below-title' ? 2 : 3 - highestHeading(tree));
    const html = unified()
      .use(remarkRehype, { clobberPrefix: idPrefix, handlers: { html: shownAsText, image: linkToImage, imageReference: imageName } })
      .use(() => (html: Html) => tidy(html))
      .use(rehypeSanitize, safeHtml)
      .runSync(tree) as Html;
    return { html: toHtml(html), excerpt };
  });
}

/** The page has headings of its own above, so those of a text begin at the third level. Inside links, images become their names. */
function demote(node: Nodes, by: number, inLink = false): void {
  if (!('children' in node)) return;
  if (node.type === 'heading') node.depth = Math.min(6, node.depth + by) as 3 | 4 | 5 | 6;
  const within = inLink || node.type === 'link' || node.type === 'linkReference';
  node.children.forEach((child, i) => {
    if (within && (child.type === 'image' || child.type === 'imageReference')) node.children[i] = { type: 'text', value: child.alt ?? '' };
    else demote(child, by, within);
  });
}

function highestHeading(node: Nodes): number {
  if (node.type === 'heading') return node.depth;
  return 'children' in node ? Math.min(7, ...node.children.map(highestHeading)) : 7;
}

/** What looks like HTML is shown as it was typed: nothing a person wrote disappears. */
function shownAsText(_state: unknown, node: RawHtml, parent: Parents | undefined) {
  const text = { type: 'text' as const, value: node.value };
  const inProse = parent?.type === 'paragraph' || parent?.type === 'heading' || parent?.type === 'tableCell' || isInline(parent);
  return inProse ? text : paragraph(text);
}

function isInline(parent: Parents | undefined): boolean {
  return parent !== undefined && ['emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(parent.type);
}

function paragraph(text: { type: 'text'; value: string }): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [text] };
}

/** Pictures of other hosts would tell them who reads what and when, so they are links. */
function linkToImage(_state: unknown, node: Image): Element {
  return { type: 'element', tagName: 'a', properties: { href: node.url }, children: [{ type: 'text', value: node.alt || node.url }] };
}

function imageName(_state: unknown, node: ImageReference) {
  return { type: 'text' as const, value: node.alt ?? '' };
}
