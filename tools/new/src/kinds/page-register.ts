import type { Changes } from '../changes.ts';
import { addImport } from '../text/imports.ts';
import { insertBefore, insertSorted } from '../text/lines.ts';
import type { Forms } from '../text/words.ts';
import type { PageWords } from './page-texts.ts';

const app = 'apps/frontend/src';

/** Makes a page known: its texts have typed keys, the command palette leads to it, the accessibility journey looks at it. */
export function registerPage(changes: Changes, page: Forms, words: PageWords, membersOnly: boolean): void {
  const key = page.kebab === page.camel ? page.camel : `'${page.kebab}'`;
  changes.edit(`${app}/i18n/typed-keys.ts`, (text) =>
    insertSorted(addImport(text, `import type ${page.camel} from './en/${page.kebab}.json';`), /^ {2}\S+: typeof \w+;$/, `  ${key}: typeof ${page.camel};`));
  for (const language of ['en', 'da'] as const)
    changes.edit(`${app}/i18n/${language}/palette.json`, (text) => {
      const texts = JSON.parse(text) as { pages: Record<string, string> };
      texts.pages[page.camel] = words[language];
      return `${JSON.stringify(texts, null, 2)}\n`;
    });
  const entry = `{ id: '${page.kebab}', href: '/${page.kebab}', label: t('pages.${page.camel}'), icon: 'list' },`;
  changes.edit(`${app}/app/layout/palette-pages.ts`, (text) =>
    membersOnly ? insertBefore(text, /\{ id: 'you', /, `    ${entry}`) : insertBefore(text, /\{ id: 'territories', /, `    ${entry}`));
  changes.edit('apps/e2e/src/a11y/pages.spec.ts', (text) => {
    const lists = membersOnly ? ['memberPages'] : ['guestPages', 'memberPages'];
    return lists.reduce((all, list) => addToList(all, list, `/${page.kebab}`), text);
  });
}

/** Puts a path at the end of `const <list> = [ … ];` of one line. */
function addToList(text: string, list: string, path: string): string {
  return text.replace(new RegExp(`^(const ${list} = \\[.*)\\];$`, 'm'), (_whole, start: string) => `${start}, '${path}'];`);
}
