/** What stands in a search field, and what of it the address says. Pure. */
export interface SearchText {
  readonly text: string;
  /** What the address was last asked to say, or said by itself. */
  readonly asked: string;
  /** What the address says. */
  readonly address: string;
}

export const openSearch = (address: string): SearchText => ({ text: address, asked: address, address });

export const typed = (at: SearchText, text: string): SearchText => ({ ...at, text });

/** What the address is to say; undefined when it does, or was asked to already. */
export const toAsk = ({ text, asked }: SearchText): string | undefined => (text.trim() === asked ? undefined : text.trim());

export const wasAsked = (at: SearchText, asked: string): SearchText => ({ ...at, asked });

/** The address says something new. What was not asked for here comes from a link or the way back, and the field takes it over. */
export function arrived(at: SearchText, address: string): SearchText {
  return address === at.asked ? { ...at, address } : openSearch(address);
}
