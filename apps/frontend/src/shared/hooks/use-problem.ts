import { ApiProblem } from '@unityplan/sdk';
import { useTranslation } from 'react-i18next';
import { isPartMissing } from '../lib/load-part.ts';
import { inLanguage } from '../lib/territory.ts';

export interface ProblemTexts {
  title: string;
  mend: string;
}

/** What happened and what to do, in the interface's language; the server's own words for a code not known here. */
export function useProblemTexts(): (error: unknown) => ProblemTexts {
  const { t: common } = useTranslation('common');
  const { t, i18n } = useTranslation('errors', { useSuspense: false });
  return (error) => {
    if (isPartMissing(error)) return { title: common('problem.offline'), mend: common('problem.offlineMend') };
    if (!(error instanceof ApiProblem)) return { title: common('problem.unexpected'), mend: common('problem.reload') };
    if (error.code === 'network_unreachable') return { title: common('problem.offline'), mend: common('problem.offlineMend') };
    const params = { ...inWords(error.params, i18n.language), ...(error.traceId ? { traceId: error.traceId } : {}) };
    const known = i18n.exists(`${error.code}.title`, { ns: 'errors' });
    const text = (part: 'title' | 'mend') => t(`${error.code}.${part}` as 'not_found.title', params);
    return known ? { title: text('title'), mend: text('mend') } : { title: error.title || common('problem.unexpected'), mend: error.detail };
  };
}

/** Parameters that are sentences come in every language; the reader gets their own. */
function inWords(params: Readonly<Record<string, unknown>>, language: string): Record<string, unknown> {
  const isSentence = (value: unknown): value is { en: string; da: string } => typeof value === 'object' && value !== null && 'en' in value && 'da' in value && typeof value.en === 'string' && typeof value.da === 'string';
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isSentence(value) ? inLanguage(value, language) : value]));
}
