import { TextArea, TextField } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Both } from '../both.ts';

interface Props {
  legend: string;
  hint: string;
  value: Both;
  max: number;
  long?: boolean;
  error: (language: 'en' | 'da') => string | undefined;
  onChange: (value: Both) => void;
}

/** A text in both languages, side by side where there is room. */
export function BothLanguages({ legend, hint, value, max, long = false, error, onChange }: Props) {
  const { t } = useTranslation('management');
  const field = (language: 'en' | 'da') => {
    const shared = { label: t(`languages.${language}`), lang: language, value: value[language], maxLength: max, error: error(language), autoComplete: 'off' };
    const change = (text: string) => onChange({ ...value, [language]: text });
    return long
      ? <TextArea key={language} {...shared} rows={3} onChange={(event) => change(event.target.value)} />
      : <TextField key={language} {...shared} onChange={(event) => change(event.target.value)} />;
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p className="-mt-1 text-sm text-muted">{hint}</p>
      <div className="grid gap-4 sm:grid-cols-2">{(['en', 'da'] as const).map(field)}</div>
    </fieldset>
  );
}
