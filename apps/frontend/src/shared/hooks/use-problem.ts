import { ApiProblem } from '@unityplan/sdk';
import { useSyncExternalStore } from 'react';
import { hasTexts, onTexts, textsComing } from '../lib/i18n.ts';
import { isPartMissing } from '../lib/load-part.ts';
import { inLanguage } from '../lib/territory.ts';
import { translate } from '../lib/translate.ts';
import { useTranslation } from './use-translation.ts';

export interface ProblemTexts {
  title: string;
  mend: string;
}

/** What happened and what to do, in the interface's language; the server's own words for a code not known here. */
export function useProblemTexts(): (error: unknown) => ProblemTexts {
  const { t: common, language } = useTranslation('common');
  const known = useSyncExternalStore(onTexts, () => hasTexts('errors'), () => false);
  return (error) => {
    if (isPartMissing(error)) return { title: common('problem.offline'), mend: common('problem.offlineMend') };
    if (!(error instanceof ApiProblem)) return { title: common('problem.unexpected'), mend: common('problem.reload') };
    if (error.code === 'network_unreachable') return { title: common('problem.offline'), mend: common('problem.offlineMend') };
    const params = { ...inWords(error.params, language), ...(error.traceId ? { traceId: error.traceId } : {}) };
    // They come with the first error that is shown; until then the server's words do, which are in the reader's language too.
    if (!known) void textsComing('errors').catch(() => undefined);
    const sentence = (part: 'title' | 'mend') => translate(language, 'errors', `${error.code}.${part}`, params);
    return { title: sentence('title') ?? (error.detail ? error.title : common('problem.unexpected')), mend: sentence('mend') ?? error.detail };
  };
}

/** Parameters that are sentences come in every language; the reader gets their own. */
function inWords(params: Readonly<Record<string, unknown>>, language: string): Record<string, unknown> {
  const isSentence = (value: unknown): value is { en: string; da: string } => typeof value === 'object' && value !== null && 'en' in value && 'da' in value && typeof value.en === 'string' && typeof value.da === 'string';
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isSentence(value) ? inLanguage(value, language) : value]));
}
