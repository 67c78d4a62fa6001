import { allErrors } from '@unityplan/contracts';
import { notice, table } from './markdown.ts';
import { sortedBy } from './stable.ts';

/** docs/generated/errors.md: every error code with its texts. */
export function errorsPage(): string {
  const rows = sortedBy(Object.values(allErrors), (error) => `${error.status} ${error.code}`).map((error) => [
    `\`${error.code}\``, String(error.status), error.title.en, error.mend.en, error.title.da, error.mend.da,
  ]);
  return [
    '# Errors', notice,
    'Every failed call answers `application/problem+json` (RFC 9457) with one of these codes. Programs decide by the code; people read the texts, in their own language.',
    table(['Code', 'Status', 'What happened', 'What to do', 'Dansk', 'Hvad du kan gøre'], rows),
  ].join('\n\n') + '\n';
}

/** apps/frontend/src/i18n/<language>/errors.json: the sentences, so that the browser has them without the contracts. */
export function errorTexts(language: 'en' | 'da'): string {
  const errors = sortedBy(Object.values(allErrors), ({ code }) => code);
  return `${JSON.stringify(Object.fromEntries(errors.map(({ code, title, mend }) => [code, { title: title[language], mend: mend[language] }])), null, 2)}\n`;
}
