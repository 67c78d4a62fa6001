/** Letters that have no accent to lose, and how they are written without them. */
const plainLetters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ŋ: 'ng', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ß: 'ss' };

/** A name in plain small letters with dashes, for addresses and ids: `Åbne møder!` → `aabne-moeder`. Empty for names in other scripts. */
export function plainWords(name: string, most = 60): string {
  const plain = name.toLowerCase().replace(/[æøåŋđðþłß]/g, (letter) => plainLetters[letter]!).normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, most).replace(/-+$/, '');
}
