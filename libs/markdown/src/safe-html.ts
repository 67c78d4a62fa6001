import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Options as Schema } from 'rehype-sanitize';

/** Ids of footnotes, with the prefix that the renderer was given. */
const ownId = /^[a-z]+-[0-9a-z-]+-fn/;

/**
 * All that may reach a reader's page. Texts cannot contain raw HTML, so ids and classes here are only those we make ourselves.
 * Whatever is not named is dropped; its text stays.
 */
export const safeHtml: Schema = {
  tagNames: [
    'p', 'br', 'strong', 'em', 'del', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'h3', 'h4', 'h5', 'h6', 'hr',
    'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'section',
  ],
  attributes: {
    a: ['href', ['id', ownId], ['rel', 'nofollow', 'ugc', 'noopener'], ['className', 'mention', 'footnote-back'], ['ariaLabel', /^[\d-]+$/]],
    code: ['className'],
    li: [['id', ownId], ['className', 'task-list-item']],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
    section: [['className', 'footnotes']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ol', 'ul'], thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
  clobber: [],
  strip: ['script', 'style'],
};

/** Everything leaves with these: no credit for spam, no hold on our window. */
const outwardRel = ['nofollow', 'ugc', 'noopener'];

/** Prepares the tree for the schema: links that go out are marked, links that go nowhere safe become text, tick boxes become signs. */
export function tidy(tree: Root | Element): void {
  tree.children = tree.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child as ElementContent];
    tidy(child);
    if (child.tagName === 'code') keepLanguage(child.properties);
    if (child.tagName === 'input') return [{ type: 'text', value: child.properties['checked'] ? '☑' : '☐' }];
    if (child.tagName === 'a' && !keepsHref(child.properties)) return child.children;
    if (isFootnoteHeading(child)) return [];
    return [child];
  });
}

/** The language of a code block, when it looks like the name of one; readers' pages may highlight by it. */
function keepLanguage(properties: Properties): void {
  const name = Array.isArray(properties['className']) ? String(properties['className'][0]) : '';
  if (!/^language-[\w+#.-]{1,30}$/.test(name)) delete properties['className'];
}

function keepsHref(properties: Properties): boolean {
  const { href } = properties;
  if (Array.isArray(properties['className']) && properties['className'].includes('mention')) return true;
  if ('dataFootnoteBackref' in properties) Object.assign(properties, { className: ['footnote-back'], ariaLabel: String(properties['ariaLabel']).replace(/[^\d-]/g, '') });
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return true;
  if (typeof href !== 'string' || !URL.canParse(href) || !['http:', 'https:', 'mailto:'].includes(new URL(href).protocol)) return false;
  properties['rel'] = outwardRel;
  return true;
}

/** The generated heading has one id for all posts of a page and one language for all readers; the line above the notes does its work. */
function isFootnoteHeading(element: Element): boolean {
  return element.tagName.startsWith('h') && element.properties['id'] === 'footnote-label';
}
