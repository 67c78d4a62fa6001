import type { Nodes } from 'mdast';

const mostCharacters = 200;

/** The beginning of a text without markup, at most 200 characters, cut between words. */
export function excerptOf(tree: Nodes): string {
  const words: string[] = [];
  let length = 0;
  collect(tree, (text) => {
    words.push(text);
    length += text.length;
    // Much more than is kept: what follows cannot be seen any more.
    return length < mostCharacters * 4;
  });
  return shorten(words.join('').replace(/\s+/g, ' ').trim());
}

function collect(node: Nodes, add: (text: string) => boolean): boolean {
  if ('value' in node) return add(node.value);
  if ('alt' in node && node.alt) return add(node.alt);
  if (node.type === 'footnoteDefinition') return true;
  if (!('children' in node)) return add(' ');
  for (const child of node.children) if (!collect(child, add)) return false;
  return isBlock(node) ? add(' ') : true;
}

function isBlock(node: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'listItem', 'blockquote'].includes(node.type);
}

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= mostCharacters) return text;
  const cut = characters.slice(0, mostCharacters - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > mostCharacters / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
