// Letters that carry no separable mark, so that normalising leaves them whole. Danish and Norwegian ones by their own custom.
const letters: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', œ: 'oe', ß: 'ss', ð: 'd', đ: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'ng' };
const mostLength = 80;

/** The readable part of an address: `Ny bådebro på øen` → `ny-baadebro-paa-oeen`; `otherwise` when nothing of the title can stand in one. */
export function slugOf(title: string, otherwise: string): string {
  const ascii = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter.normalize('NFKD').replace(/[^\p{ASCII}]/gu, ''))
    .toLowerCase();
  const words = ascii.replace(/['’]/g, '').split(/[^a-z0-9]+/).filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > mostLength) break;
    slug += `${slug ? '-' : ''}${word.slice(0, mostLength)}`;
  }
  return slug || otherwise;
}
