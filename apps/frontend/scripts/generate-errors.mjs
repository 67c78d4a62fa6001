// Writes src/i18n/<lang>/errors.json from the contracts, so that the browser gets the sentences without zod.
import { writeFileSync } from 'node:fs';
import { allErrors } from '../../../libs/contracts/src/registry.ts';

for (const language of ['en', 'da']) {
  const texts = Object.fromEntries(
    Object.values(allErrors)
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(({ code, title, mend }) => [code, { title: title[language], mend: mend[language] }]),
  );
  writeFileSync(new URL(`../src/i18n/${language}/errors.json`, import.meta.url), `${JSON.stringify(texts, null, 2)}\n`);
}
