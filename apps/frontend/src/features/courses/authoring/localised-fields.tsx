import { MarkdownEditor, TextArea, TextField } from '@unityplan/ui';
import { useEditorTexts } from '../../../shared/hooks/use-editor-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { renderPreview } from '../../../shared/lib/compose.ts';
import { languages, type Language } from '../../../shared/lib/i18n.ts';
import type { LocalisedText } from '../../../shared/lib/localised.ts';
import { useDraft } from './draft-context.tsx';

interface Props {
  label: string;
  hint?: string;
  value: LocalisedText | undefined;
  max: number;
  onChange: (value: { en?: string; da?: string }) => void;
}

/** A text in every language of the course, side by side where there is room. */
function useFields({ label, value, onChange }: Props) {
  const { t } = useTranslation('teach');
  const { document } = useDraft();
  const offered: Language[] = [document.language, ...document.languages.filter((each) => each !== document.language)];
  return offered.map((language) => ({
    language,
    label: offered.length > 1 ? t('inLanguage', { label, language: languages[language] }) : label,
    text: value?.[language] ?? '',
    // An empty text is none: readers of that language get the main one.
    set: (text: string) => {
      const { [language]: _, ...others } = value ?? {};
      onChange({ ...others, ...(text === '' ? {} : { [language]: text }) } as { en?: string; da?: string });
    },
  }));
}
const row = 'grid gap-4 xl:has-[>:nth-child(2)]:grid-cols-2';

/** One line in each language. */
export function LocalisedLine(props: Props) {
  return (
    <div className="grid gap-4 sm:has-[>:nth-child(2)]:grid-cols-2">
      {useFields(props).map(({ language, label, text, set }) => (
        <TextField key={language} label={label} lang={language} {...(props.hint ? { hint: props.hint } : {})} maxLength={props.max} value={text} onChange={(event) => set(event.target.value)} />
      ))}
    </div>
  );
}

/** Some lines in each language. */
export function LocalisedArea(props: Props) {
  return (
    <div className={row}>
      {useFields(props).map(({ language, label, text, set }) => (
        <TextArea key={language} label={label} lang={language} {...(props.hint ? { hint: props.hint } : {})} maxLength={props.max} value={text} onChange={(event) => set(event.target.value)} />
      ))}
    </div>
  );
}

/** Markdown in each language, with toolbar and preview. */
export function LocalisedMarkdown(props: Props) {
  const texts = useEditorTexts();
  return (
    <div className={row}>
      {useFields(props).map(({ language, label, text, set }) => (
        <MarkdownEditor key={language} label={label} labelShown texts={texts} value={text} onChange={(next) => set(next.slice(0, props.max))} renderPreview={renderPreview} />
      ))}
    </div>
  );
}
