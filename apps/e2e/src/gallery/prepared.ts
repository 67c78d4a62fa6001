import { expect } from '@playwright/test';
import type { Person } from '../actors/member.ts';

/** Begins the course everyone sees and reads its first lesson; answers the address of the second. */
export async function learning(person: Person): Promise<string> {
  await person.open('/courses/hosting-a-good-conversation');
  await person.button('courses:enrol').click();
  await expect(person.page).toHaveURL(/lessons/);
  const first = person.page.url();
  await person.button('courses:doneNext').click();
  await expect(person.page).not.toHaveURL(first);
  return new URL(person.page.url()).pathname;
}

/** A course that is being written; answers the address of its editor. */
export async function writing(teacher: Person): Promise<string> {
  await teacher.open('/teach');
  await teacher.field('teach:about.courseTitle').fill('Nachbarschaftshilfeorganisation und Mehrgenerationenwohnprojekte');
  await teacher.button('teach:new.submit').click();
  await expect(teacher.page).toHaveURL(/teach\/[0-9a-f-]{36}/);
  return new URL(teacher.page.url()).pathname;
}

/** A community with a name as long as they come, closed for a while; answers its slug. */
export async function closed(manager: Person): Promise<string> {
  const suffix = `ROHE-${Date.now().toString(36)}`.toUpperCase();
  await manager.open('/manage/territories/new');
  await manager.page.getByLabel(manager.t('management:languages.en')).fill('Te Rūnanganui o Ngāti Whakaue ki Maketū me ngā hapū o Waitaha');
  await manager.page.getByLabel(manager.t('management:languages.da')).fill('Boligselskabernes Fællesskabsorganisation i Københavnsområdet');
  await manager.field('communities:form.id').fill(suffix);
  await manager.button('communities:form.create').click();
  const id = `DK-${suffix}`;
  await expect(manager.page.getByText(manager.t('communities:order.doneText'))).toBeVisible({ timeout: 60_000 });
  await manager.open(`/manage/territories/${id}`);
  await manager.button('communities:state.suspend').click();
  const dialog = manager.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The roof of the meeting house is being mended.');
  await dialog.getByRole('button', { name: manager.t('communities:state.confirm.suspended.run') }).click();
  await expect(manager.page.getByText(manager.t('communities:status.suspended'), { exact: true }).first()).toBeVisible();
  return id;
}
