import { SafeHtml } from '@unityplan/ui';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { useLanguage, useTranslation } from '../../../shared/hooks/use-translation.ts';
import { languages } from '../../../shared/lib/i18n.ts';
import { said, type LocalisedText } from '../../../shared/lib/localised.ts';

interface Props {
  text: LocalisedText | null | undefined;
  /** The main language of the course. */
  main: string;
}

/** A text of a course in the reader's language, or marked as the other language it is in. */
export function Localised({ text, main }: Props) {
  const found = said(text, main, useLanguage());
  return found.fallback ? <span lang={found.language}>{found.text}</span> : <>{found.text}</>;
}

/** The same for HTML that the server made, with a note when it is not in the reader's language. */
export function LocalisedHtml({ text, main, note = true }: Props & { note?: boolean }) {
  const { t, language } = useTranslation('courses');
  const follow = useInnerLinks();
  const found = said(text, main, language);
  if (!found.text) return null;
  return (
    <div>
      {found.fallback && note && <p className="mb-2 text-sm text-muted">{t('notTranslated', { language: languages[found.language] })}</p>}
      <div lang={found.fallback ? found.language : undefined}><SafeHtml html={found.text} onClick={follow} /></div>
    </div>
  );
}

/** Texts for places that take a plain string. */
export function useSaid(main: string): (text: LocalisedText | null | undefined) => string {
  const language = useLanguage();
  return (text) => said(text, main, language).text;
}
