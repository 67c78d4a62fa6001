import type { Link, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';

// As in the contract's `handle`, in any case; not inside a word, an address or a path.
const mention = /(?<![\p{L}\p{N}_@./-])@([a-z][a-z0-9_-]{2,29})(?![a-z0-9_-])/giu;
/** More than anyone can mean; the rest stays text. */
const mostMentions = 50;

/** The handles a text mentions, lower-cased, each once. Nothing in code or in a link is a mention. */
export function mentionedHandles(tree: Root): string[] {
  const handles = new Set<string>();
  eachProse(tree, (text) => {
    for (const match of text.value.matchAll(mention)) handles.add(match[1]!.toLowerCase());
  });
  return [...handles].slice(0, mostMentions);
}

/** Turns the mentions of known handles into links to their profiles; others stay as they were written. */
export function linkMentions(tree: Root, known: ReadonlySet<string>): void {
  if (known.size === 0) return;
  const replacements: [parent: Parents, text: Text, parts: PhrasingContent[]][] = [];
  eachProse(tree, (text, parent) => {
    const parts = splitAtMentions(text.value, known);
    if (parts) replacements.push([parent, text, parts]);
  });
  for (const [parent, text, parts] of replacements) parent.children.splice(parent.children.indexOf(text as never), 1, ...(parts as never[]));
}

function splitAtMentions(value: string, known: ReadonlySet<string>): PhrasingContent[] | undefined {
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const match of value.matchAll(mention)) {
    const handle = match[1]!.toLowerCase();
    if (!known.has(handle)) continue;
    if (match.index > done) parts.push({ type: 'text', value: value.slice(done, match.index) });
    parts.push(mentionLink(handle));
    done = match.index + match[0].length;
  }
  if (done === 0) return undefined;
  if (done < value.length) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}

function mentionLink(handle: string): Link {
  return { type: 'link', url: `/members/${handle}`, data: { hProperties: { className: ['mention'] } }, children: [{ type: 'text', value: `@${handle}` }] };
}

function eachProse(node: Nodes, fn: (text: Text, parent: Parents) => void): void {
  if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') return;
  for (const child of node.children) {
    if (child.type === 'text') fn(child, node);
    else eachProse(child, fn);
  }
}
