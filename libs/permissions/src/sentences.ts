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
export function sayWay({ lacking }: Verdict): Sentence {
  const courses = [...new Map(lacking.flatMap(({ course }) => (course ? [[course.courseId, course] as const] : []))).values()];
  const renew = lacking.length > 0 && lacking.every(({ reason }) => reason === 'expired');
  const say = (language: 'en' | 'da'): string => {
    const titles = listed(courses.map(({ title }) => `“${title[language]}”`), joints.one[language]);
    if (courses.length === 0) return language === 'da' ? 'spørg en ansvarlig for territoriet.' : 'ask a manager of the territory.';
    if (renew) return language === 'da' ? `tag kurset ${titles} igen, så er emblemet fornyet.` : `take the course ${titles} again to renew it.`;
    return language === 'da' ? `tag kurset ${titles}.` : `take the course ${titles}.`;
  };
  return { en: say('en'), da: say('da') };
}
