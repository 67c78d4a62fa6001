import { useLocale } from '@unityplan/ui';
import { useMemo } from 'react';

/** Dates and times in words, in the interface's language and the member's time zone; for what lies ahead, where "ago" has no meaning. */
export function useDates(): { date: (at: string) => string; time: (at: string) => string; moment: (at: string) => string } {
  const { language, timeZone } = useLocale();
  return useMemo(() => {
    const zone = timeZone ? { timeZone } : {};
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...zone });
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', ...zone });
    return { date: (at) => date.format(new Date(at)), time: (at) => time.format(new Date(at)), moment: (at) => moment.format(new Date(at)) };
  }, [language, timeZone]);
}
