import { defineErrors } from '../kernel/errors.ts';

export const courseErrors = defineErrors({
  course_not_author: {
    status: 403,
    title: { en: 'Only its author and the teachers of the territory can change this course.', da: 'Kun forfatteren og territoriets undervisere kan ændre dette kursus.' },
    mend: { en: 'Ask one of them, or write a course of your own.', da: 'Spørg en af dem, eller skriv dit eget kursus.' },
  },
  course_slug_taken: {
    status: 409,
    title: { en: 'There is already a course at the address {slug}.', da: 'Der findes allerede et kursus på adressen {slug}.' },
    mend: { en: 'Choose another address.', da: 'Vælg en anden adresse.' },
  },
  // `by` is a sentence part in both languages; `revision`, `at` and `byId` say the same to programs.
  draft_changed_meanwhile: {
    status: 409,
    title: { en: 'The draft was saved meanwhile by {by}.', da: 'Udkastet er i mellemtiden gemt af {by}.' },
    mend: { en: 'Compare the two, then keep one of them: the other stays in the history.', da: 'Sammenlign de to, og behold den ene: den anden bliver i historikken.' },
  },
  course_incomplete: {
    status: 422,
    title: { en: 'The course cannot be published yet: {count} things are missing or wrong.', da: 'Kurset kan ikke udgives endnu: {count} ting mangler eller er forkerte.' },
    mend: { en: 'Go through the list, then publish again.', da: 'Gennemgå listen, og udgiv så igen.' },
  },
  course_archived: {
    status: 409,
    title: { en: 'This course takes no new learners.', da: 'Kurset tager ikke imod nye deltagere.' },
    mend: { en: 'Choose another one from the list of courses.', da: 'Vælg et andet på listen over kurser.' },
  },
  course_not_enrolled: {
    status: 403,
    title: { en: 'You are not taking this course.', da: 'Du er ikke i gang med dette kursus.' },
    mend: { en: 'Begin the course first; what you did before is still there.', da: 'Begynd først på kurset; det, du har lavet før, er der stadig.' },
  },
  course_version_closed: {
    status: 409,
    title: { en: 'You cannot move to this version.', da: 'Du kan ikke skifte til denne udgave.' },
    mend: { en: 'Choose the newest one, or one that you were in before.', da: 'Vælg den nyeste eller en, du har været i før.' },
  },
  course_not_renewable: {
    status: 409,
    title: { en: 'There is nothing to renew yet.', da: 'Der er ikke noget at forny endnu.' },
    mend: { en: 'Come back when the badge is about to expire.', da: 'Kom igen, når emblemet er ved at udløbe.' },
  },
  quiz_attempts_used: {
    status: 409,
    title: { en: 'All {attempts} attempts are used.', da: 'Alle {attempts} forsøg er brugt.' },
    mend: { en: 'Ask the author of the course if you think you should have another.', da: 'Spørg kursets forfatter, hvis du mener, du bør have et til.' },
  },
  quiz_attempt_too_soon: {
    status: 409,
    title: { en: 'The next attempt can begin in {minutes} minutes.', da: 'Næste forsøg kan begynde om {minutes} minutter.' },
    mend: { en: 'Read the lessons once more meanwhile.', da: 'Læs lektionerne en gang til imens.' },
  },
  quiz_attempt_closed: {
    status: 409,
    title: { en: 'These answers were handed in already.', da: 'Svarene er allerede afleveret.' },
    mend: { en: 'Look at the result, or begin another attempt.', da: 'Se resultatet, eller begynd et nyt forsøg.' },
  },
  quiz_answer_outside: {
    status: 422,
    title: { en: 'An answer does not belong to its question.', da: 'Et svar hører ikke til sit spørgsmål.' },
    mend: { en: 'Load the quiz again and choose among the answers it offers.', da: 'Hent quizzen igen, og vælg mellem de svar, den tilbyder.' },
  },
});
