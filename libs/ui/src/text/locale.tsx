import { createContext, useContext } from 'react';

export interface Locale {
  /** BCP 47 tag of the interface. */
  readonly language: string;
  /** IANA zone; the device's own when not given. */
  readonly timeZone?: string;
}

/** How dates and numbers are written. */
export const LocaleContext = createContext<Locale>({ language: 'en' });

/** The locale that dates and numbers are written in. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}
