import type { Namespace } from '../../i18n/typed-keys.ts';
import { loadPart } from './load-part.ts';
import { stored, store } from './storage.ts';
import { addTexts, type Texts } from './translate.ts';

/** The languages the interface speaks, each in its own name. */
export const languages = { en: 'English', da: 'Dansk' } as const;
export type Language = keyof typeof languages;

const files = import.meta.glob<{ default: Texts }>('../../i18n/*/*.json');
const storageKey = 'unityplan.language';

let current: Language = 'en';
const wanted = new Set<Namespace>();
const loaded = new Set<string>();
const coming = new Map<string, Promise<void>>();
const missed = new Set<string>();
const listeners = new Set<() => void>();

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in languages;
}

/** What was chosen here before, else the first of the browser's languages that we speak. */
function firstLanguage(): Language {
  const chosen = stored(storageKey);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export function currentLanguage(): Language {
  return current;
}

/** Hears when the language changes or texts arrive. Answers how to stop. */
export function onTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the texts of a feature are here in the language of the interface. */
export function hasTexts(namespace: Namespace): boolean {
  return loaded.has(`${current}/${namespace}`);
}

/** The arrival of texts, asked for once; rejects when they do not come. */
export function textsComing(namespace: Namespace, language: Language = current): Promise<void> {
  wanted.add(namespace);
  const place = `${language}/${namespace}`;
  const promise = coming.get(place) ?? readable(load(language, namespace));
  coming.set(place, promise);
  return promise;
}

/** With the fields that React's `use` puts on a promise, from the moment it settles: so texts that are here are read at once, without a render that waits. */
function readable(promise: Promise<void>): Promise<void> {
  const fields = (status: 'fulfilled' | 'rejected', content: object) => void Object.assign(promise, { status, ...content });
  promise.then((value) => fields('fulfilled', { value }), (reason: unknown) => fields('rejected', { reason }));
  return promise;
}

async function load(language: Language, namespace: Namespace): Promise<void> {
  const place = `${language}/${namespace}`;
  const file = await loadPart(files[`../../i18n/${place}.json`]!).catch(() => {
    missed.add(place);
    throw new TypeError(`texts did not come: ${place}`);
  });
  addTexts(language, namespace, file.default);
  loaded.add(place);
  tell();
}

/** Asks for texts, once more for those that did not come before. */
async function bring(namespaces: readonly Namespace[], language: Language): Promise<void> {
  for (const namespace of namespaces) {
    const place = `${language}/${namespace}`;
    if (missed.delete(place)) coming.delete(place);
  }
  await Promise.all(namespaces.map((namespace) => textsComing(namespace, language)));
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Loads texts before the page that shows them. Rejects when they cannot be had: a page of bare keys helps nobody. */
export function loadTexts(...namespaces: Namespace[]): Promise<void> {
  return bring(namespaces, current);
}

/** Changes the language of the whole interface and remembers it on this device. Rejects when its texts do not come: it stays as it was then. */
export async function changeLanguage(language: Language): Promise<void> {
  store(storageKey, language);
  if (language !== current) await speak(language);
}

async function speak(language: Language): Promise<void> {
  await bring([...wanted], language);
  current = language;
  tell();
}

/** Speaks the reader's language from the first word on. Rejects when its texts do not come. */
export function startI18n(): Promise<void> {
  onTexts(() => { document.documentElement.lang = current; });
  wanted.add('common');
  return speak(firstLanguage());
}
