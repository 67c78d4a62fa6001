import { SafeHtml } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { languages } from '../../../shared/lib/i18n.ts';
import { said, type LocalisedText } from '../../../shared/lib/localised.ts';

interface Props {
  text: LocalisedText | null | undefined;
  /** The main language of the course. */
  main: string;
}

/** A text of a course in the reader's language, or marked as the other language it is in. */
export function Localised({ text, main }: Props) {
  const { i18n } = useTranslation();
  const { text: words, language, fallback } = said(text, main, i18n.language);
  return fallback ? <span lang={language}>{words}</span> : <>{words}</>;
}

/** The same for HTML that the server made, with a note when it is not in the reader's language. */
export function LocalisedHtml({ text, main, note = true }: Props & { note?: boolean }) {
  const { t, i18n } = useTranslation('courses');
  const follow = useInnerLinks();
  const { text: html, language, fallback } = said(text, main, i18n.language);
  if (!html) return null;
  return (
    <div>
      {fallback && note && <p className="mb-2 text-sm text-muted">{t('notTranslated', { language: languages[language] })}</p>}
      <div lang={fallback ? language : undefined}><SafeHtml html={html} onClick={follow} /></div>
    </div>
  );
}

/** Texts for places that take a plain string. */
export function useSaid(main: string): (text: LocalisedText | null | undefined) => string {
  const { i18n } = useTranslation();
  return (text) => said(text, main, i18n.language).text;
}
