import type { Language } from '../../shared/lib/i18n.ts';

/** A text in every language of the pages. */
export type Both = Record<Language, string>;

/** The text as the server takes it. */
export const trimmed = ({ en, da }: Both): Both => ({ en: en.trim(), da: da.trim() });
