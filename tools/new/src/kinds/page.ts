import { namespaceOf } from '../contracts.ts';
import type { Changes } from '../changes.ts';
import { readName } from '../text/names.ts';
import { template } from '../text/template.ts';
import { formsOf, toKebab, type Forms } from '../text/words.ts';
import { listedBy, type Listed } from './listed.ts';
import { pageTexts, type PageWords } from './page-texts.ts';
import { registerPage } from './page-register.ts';

/** What a page is made from: its name, the list it shows, and what it is called in each language. */
export interface PageWish {
  readonly name: string;
  /** Id of the route it shows: `listRecipes`; list and the page's name when left out. */
  readonly list?: string | undefined;
  readonly en?: string | undefined;
  readonly da?: string | undefined;
}

const features = 'apps/frontend/src/features';

/** A page with a list, loaded page by page, and a form when the service takes new items by one text. */
export function newPage(changes: Changes, wish: PageWish): void {
  const page = readName(wish.name, 'page');
  const listed = listedBy(wish.list ?? `list${page.pascal}`);
  const places = placesOfPage(changes.root, page, listed);
  const folder = `${features}/${page.kebab}`;
  const at = (path: string, from: string): void => changes.create(path, template(`page/${from}`, places));
  at(`apps/frontend/src/app/routes/(${page.kebab})/${page.kebab}.tsx`, 'route.tsx');
  at(`${folder}/api/keys.ts`, 'keys.ts');
  at(`${folder}/api/get-${page.kebab}.ts`, 'get.ts');
  at(`${folder}/components/${page.kebab}-list.tsx`, 'list.tsx');
  at(`${folder}/components/${page.kebab}-list.test.tsx`, 'list.test.tsx');
  if (listed.create) {
    at(`${folder}/api/${places['create-']}.ts`, 'create.ts');
    at(`${folder}/components/${page.kebab}-form.tsx`, 'form.tsx');
  }
  const words: PageWords = { en: wish.en ?? page.title, da: wish.da ?? wish.en ?? page.title };
  pageTexts(changes, page, words, listed.create !== undefined);
  registerPage(changes, page, words, listed.route.access !== 'public');
}

function placesOfPage(root: string, page: Forms, listed: Listed): Record<string, string> {
  const { route, create } = listed;
  const created = formsOf(toKebab(create?.route.id ?? 'create'));
  const membersOnly = route.access !== 'public';
  const form = `<${page.pascal}Form />`;
  return {
    page: page.camel, Page: page.pascal, 'page-': page.kebab, ownerVar: namespaceOf(root, route.owner), list: route.id, about: route.about, key: listed.key, label: listed.label,
    sample: literal(listed.sample), sampleText: `'${listed.said}'`, 'about create': create?.route.about ?? '', create: created.camel, 'create-': created.kebab, Create: created.pascal, field: create?.field ?? '',
    uiTime: listed.moment ? 'RelativeTime, ' : '', time: listed.moment ? `\n      <RelativeTime at={item.${listed.moment}} className="text-sm text-muted" />` : '',
    languageImport: listed.languages ? "\nimport { inLanguage } from '../../../shared/lib/territory.ts';" : '',
    formImport: create ? `\nimport { ${page.pascal}Form } from '../../../features/${page.kebab}/components/${page.kebab}-form.tsx';` : '',
    formPlace: create ? `\n      ${membersOnly ? form : `{me && ${form}}`}` : '',
    session: create && !membersOnly ? '\n  const me = useSession();' : '',
    sessionImport: membersOnly ? "\nimport { requireMember } from '../../require-member.ts';" : create ? "\nimport { useSession } from '../../../shared/lib/session.ts';" : '',
    beforeLoad: membersOnly ? '\n  beforeLoad: requireMember,' : '',
  };
}

/** A value as the house writes it in code. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value).map(([key, part]) => `${key}: ${literal(part)}`).join(', ')} }`;
}
