import type { badge as badges, Sentence } from '@unityplan/contracts';

type Verdict = Pick<badges.AccessVerdict, 'needs' | 'lacking'>;
const joints = { all: { en: 'and', da: 'og' }, one: { en: 'or', da: 'eller' }, some: { en: 'or', da: 'eller' } } as const;

/** `a`, `a and b`, `a, b and c` in one language. */
export function listed(parts: readonly string[], joint: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)!}`;
}

/** What a refused person lacks, in words: `the badge Community host`. */
export function sayMissing({ needs, lacking }: Verdict): Sentence {
  const say = (language: 'en' | 'da'): string => {
    const names = listed(lacking.map(({ name, level }) => (level > 1 ? `${name[language]} (${language === 'da' ? 'niveau' : 'level'} ${level})` : name[language])), joints[needs][language]);
    if (lacking.length === 1) return language === 'da' ? `emblemet ${names}` : `the badge ${names}`;
    const some = needs === 'some' ? (language === 'da' ? 'flere af emblemerne ' : 'several of the badges ') : language === 'da' ? 'emblemerne ' : 'the badges ';
    return some + names;
  };
  return { en: say('en'), da: say('da') };
}

/** What a refused person can do about it, in words. */
export function sayWay({ needs, lacking }: Verdict): Sentence {
  const courses = [...new Map(lacking.flatMap(({ course }) => (course ? [[course.courseId, course] as const] : []))).values()];
  const renew = lacking.every(({ reason }) => reason === 'expired');
  // Where all are needed, those that no course gives must be asked for as well.
  const given = needs === 'all' ? lacking.filter(({ course }) => !course) : [];
  const say = (language: 'en' | 'da'): string => {
    const danish = language === 'da';
    if (courses.length === 0) return danish ? 'spørg en ansvarlig for territoriet.' : 'ask a manager of the territory.';
    const titles = listed(courses.map(({ title }) => `“${title[language]}”`), joints[needs][language]);
    const take = danish ? `tag ${courses.length > 1 ? 'kurserne' : 'kurset'} ${titles}` : `take the course${courses.length > 1 ? 's' : ''} ${titles}`;
    const names = listed(given.map(({ name }) => name[language]), joints.all[language]);
    const ask = names && (danish ? `, og spørg en ansvarlig for territoriet om ${names}` : `, and ask a manager of the territory for ${names}`);
    return `${take}${renew ? (danish ? ' igen for at forny' : ' again to renew') : ''}${ask}.`;
  };
  return { en: say('en'), da: say('da') };
}
