import { expect, type Locator } from '@playwright/test';
import { finalQuiz, rightAnswers, wrongAnswers } from './course-key.ts';
import type { Language } from './texts.ts';
import type { Person } from './member.ts';

type Question = (typeof finalQuiz.questions)[number];
type Answer = ReturnType<typeof rightAnswers>[string];
type Named = { readonly id: string; readonly text: Partial<Record<Language, string>> };

/** Fills in the whole quiz on the page, right or wrong, as a person does: by the words on it. */
export async function answerQuiz(person: Person, language: Language, how: 'right' | 'wrong'): Promise<void> {
  const answers = how === 'right' ? rightAnswers() : wrongAnswers();
  for (const question of finalQuiz.questions) {
    const heading = person.page.locator(`#question-${question.id}`);
    const place = person.page.getByRole('listitem').filter({ has: heading });
    await answerQuestion(place, question, answers[question.id]!, person, (list, id) => list.find((one) => one.id === id)!.text[language]!);
  }
}

async function answerQuestion(place: Locator, question: Question, answer: Answer, person: Person, say: (list: readonly Named[], id: string) => string): Promise<void> {
  if (question.kind === 'single' && answer.kind === 'single') await place.getByRole('radio', { name: say(question.choices, answer.choice), exact: true }).check();
  if (question.kind === 'multiple' && answer.kind === 'multiple')
    for (const id of answer.choices) await place.getByRole('checkbox', { name: say(question.choices, id), exact: true }).check();
  if (question.kind === 'matching' && answer.kind === 'matching')
    for (const [left, right] of Object.entries(answer.pairs)) await place.getByRole('combobox', { name: say(question.left, left), exact: true }).selectOption({ label: say(question.right, right) });
  if (question.kind === 'ordering' && answer.kind === 'ordering') await putInOrder(place, answer.items.map((id) => say(question.items, id)), person);
  if (answer.kind === 'text') await place.getByRole('textbox').fill(answer.text);
  if (answer.kind === 'number') await place.getByRole('textbox').fill(answer.value);
}

/** By the buttons that move a line up: what a keyboard does. */
async function putInOrder(place: Locator, names: readonly string[], person: Person): Promise<void> {
  const lines = place.getByRole('list').getByRole('listitem');
  for (const [to, name] of names.entries()) {
    for (;;) {
      const texts = await lines.allInnerTexts();
      const at = texts.findIndex((text) => text.includes(name));
      if (at <= to) break;
      await lines.nth(at).getByRole('button', { name: person.t('common:sort.up', { name }), exact: true }).click();
      await expect(lines.nth(at - 1)).toContainText(name);
    }
  }
  // They may have been dealt in this very order: then it must be said that it is the answer.
  const keep = place.getByRole('button', { name: person.t('courses:question.keepOrder') });
  if (await keep.isVisible()) await keep.click();
}
