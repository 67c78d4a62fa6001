import type { FieldFault, Sentence } from '@unityplan/contracts';

/** One thing that is in the way of publishing, or worth a look: where, and what to do, in both languages. */
export interface Fault {
  readonly path: string;
  readonly message: Sentence;
}

const languageNames = { en: { en: 'English', da: 'engelsk' }, da: { en: 'Danish', da: 'dansk' } } as const;

/** What can be wrong with a course, in words that say what to do. */
export const say = {
  textMissing: (language: 'en' | 'da'): Sentence => ({ en: `Write this in ${languageNames[language].en}`, da: `Skriv dette på ${languageNames[language].da}` }),
  noModule: { en: 'Add a module with a lesson', da: 'Tilføj et modul med en lektion' },
  noLesson: { en: 'Add a lesson, or remove the module', da: 'Tilføj en lektion, eller fjern modulet' },
  noBlock: { en: 'Write something in this lesson, or remove it', da: 'Skriv noget i lektionen, eller fjern den' },
  quizUnknown: { en: 'This quiz is gone; choose another one or remove the block', da: 'Quizzen findes ikke længere; vælg en anden, eller fjern blokken' },
  quizUnused: { en: 'No lesson shows this quiz, so nobody could pass it; put it in a lesson', da: 'Ingen lektion viser quizzen, så ingen kunne bestå den; sæt den ind i en lektion' },
  quizIdle: { en: 'No lesson shows this quiz', da: 'Ingen lektion viser quizzen' },
  noQuestion: { en: 'Add a question, or remove the quiz', da: 'Tilføj et spørgsmål, eller fjern quizzen' },
  fewChoices: { en: 'Offer at least two to choose between', da: 'Giv mindst to at vælge imellem' },
  noCorrect: { en: 'Mark the right answer', da: 'Markér det rigtige svar' },
  correctUnknown: { en: 'The right answer is no longer among the choices; mark it again', da: 'Det rigtige svar er ikke længere blandt mulighederne; markér det igen' },
  correctTwice: { en: 'The same answer is marked twice', da: 'Det samme svar er markeret to gange' },
  pairMissing: { en: 'Choose what this belongs to', da: 'Vælg, hvad denne hører til' },
  orderIncomplete: { en: 'Put all items in order, each once', da: 'Sæt alle punkter i rækkefølge, hvert én gang' },
  noAccepted: { en: 'Write at least one answer that counts', da: 'Skriv mindst ét svar, der tæller' },
  pictureGone: { en: 'This picture is no longer there; choose another one', da: 'Billedet er her ikke længere; vælg et andet' },
  badgeUnknown: (badge: string): Sentence => ({ en: `There is no badge called ${badge}; choose one from the list`, da: `Der findes intet emblem, der hedder ${badge}; vælg et fra listen` }),
  badgeIdle: (badge: string): Sentence => ({ en: `The badge ${badge} is not awarded now; make it active or choose another one`, da: `Emblemet ${badge} uddeles ikke nu; gør det aktivt, eller vælg et andet` }),
  roleGiven: { en: 'A badge that gives authority can be given only by a course that a manager publishes', da: 'Et emblem, der giver myndighed, kan kun gives af et kursus, som en ansvarlig udgiver' },
  cycle: (names: readonly string[]): Sentence => ({ en: `Nobody could ever begin: ${names.join(' → ')}. Take one of them out of the prerequisites`, da: `Ingen ville nogensinde kunne begynde: ${names.join(' → ')}. Fjern en af dem fra forudsætningerne` }),
} as const;

/** Faults in the language of whoever is told of them. */
export function told(faults: readonly Fault[], language: 'en' | 'da'): FieldFault[] {
  return faults.map(({ path, message }) => ({ path, message: message[language] }));
}
