/** A typed answer as it is compared: case, spaces and punctuation at the end do not matter, nor how letters are composed. */
export function normalisedText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/[\s.,;:!?…]+$/u, '');
}
