/** Letters as people type them in a hurry: lower case, without accents. */
const plain = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** How well something fits what was typed, from 0 (not at all) to 1: its name counts more than other words for it, and these more than the note beside it. */
export function paletteScore(search: string, { label, words, note }: { label: string; words: readonly string[]; note: string }): number {
  const name = plain(label);
  const scoreOf = (term: string): number => {
    if (name.startsWith(term)) return 1;
    if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(term))) return 0.9;
    if (name.includes(term)) return 0.7;
    if (words.some((word) => plain(word).startsWith(term))) return 0.5;
    return plain(note).split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(term)) ? 0.2 : 0;
  };
  const terms = plain(search).split(/\s+/).filter(Boolean);
  return terms.length === 0 ? 1 : Math.min(...terms.map(scoreOf));
}
