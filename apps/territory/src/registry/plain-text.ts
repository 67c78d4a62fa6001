// Letters that no normal form takes apart.
const letters: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ŋ: 'n', ß: 'ss', œ: 'oe', ı: 'i', ʻ: '', '’': '', "'": '' };

/** Text as people type it in a hurry: no case, no accents. Scripts without either stay as they are. */
export function plainText(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[øæđðþłŋßœıʻ’']/g, (letter) => letters[letter]!).normalize('NFC').trim();
}
