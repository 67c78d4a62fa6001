import { cx } from '@unityplan/ui';
import { useId } from 'react';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { currentLanguage, languages } from '../../shared/lib/i18n.ts';
import { setTheme, useTheme, type Theme } from '../../shared/lib/theme.ts';
import { useChooseLanguage } from './use-choose-language.ts';

const themes = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** Language and appearance, for guests and members. */
export function Preferences() {
  const { t } = useTranslation('common');
  const theme = useTheme();
  const choose = useChooseLanguage();
  return (
    <div className="flex flex-col gap-3 px-3 py-2">
      <Choice legend={t('language')} options={languages} chosen={currentLanguage()} onChoose={(language) => void choose(language)} />
      <Choice legend={t('theme')} options={{ system: t(themes.system), light: t(themes.light), dark: t(themes.dark) }} chosen={theme} onChoose={(next: Theme) => setTheme(next)} />
    </div>
  );
}

function Choice<K extends string>({ legend, options, chosen, onChoose }: { legend: string; options: Record<K, string>; chosen: K; onChoose: (key: K) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-semibold text-muted">{legend}</legend>
      <div className="flex rounded-md border border-line-strong p-0.5">
        {(Object.keys(options) as K[]).map((key) => (
          <label key={key} className={cx('grow cursor-pointer rounded-sm px-2 py-1.5 text-center text-sm has-focus-visible:outline-3 has-focus-visible:outline-(--focus)', key === chosen ? 'bg-accent font-semibold text-on-accent' : 'hover:bg-sunken')}>
            <input type="radio" name={name} className="sr-only" checked={key === chosen} onChange={() => onChoose(key)} />
            {options[key]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
