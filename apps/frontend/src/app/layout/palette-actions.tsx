import { Icon, useToast, type PaletteItem } from '@unityplan/ui';
import { showOverlay } from '../../features/palette/palette-state.ts';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { languages, type Language } from '../../shared/lib/i18n.ts';
import { useSession } from '../../shared/lib/session.ts';
import { setShortcutsOn, useShortcutsOn } from '../../shared/lib/shortcuts.ts';
import { setTheme, type Theme } from '../../shared/lib/theme.ts';
import { useChooseLanguage } from './use-choose-language.ts';
import { useLeave } from './use-leave.ts';

const themes = [['system', 'device'], ['light', 'sun'], ['dark', 'moon']] as const satisfies readonly (readonly [Theme, string])[];

/** What can be done from anywhere: appearance, language, shortcuts, signing out. */
export function useActions(close: () => void): PaletteItem[] {
  const { t } = useTranslation('palette');
  const { t: common } = useTranslation('common');
  const me = useSession();
  const leave = useLeave();
  const choose = useChooseLanguage();
  const on = useShortcutsOn();
  const toast = useToast();
  const then = (run: () => void) => () => { close(); run(); };
  return [
    ...themes.map(([theme, icon]) => ({ id: `theme ${theme}`, label: t(`actions.theme.${theme}`), words: [common('theme')], icon: <Icon name={icon} />, run: then(() => setTheme(theme)) })),
    ...(Object.keys(languages) as Language[]).map((language) => ({ id: `language ${language}`, label: t('actions.language', { language: languages[language] }), words: ['language', 'sprog'], icon: <Icon name="at" />, run: then(() => void choose(language)) })),
    { id: 'shortcuts help', label: t('actions.shortcuts'), keys: '?', icon: <Icon name="keyboard" />, run: () => showOverlay('help') },
    { id: 'shortcuts switch', label: t(on ? 'actions.shortcutsOff' : 'actions.shortcutsOn'), icon: <Icon name="keyboard" />, run: then(() => { setShortcutsOn(!on); toast({ text: t(on ? 'actions.areOff' : 'actions.areOn') }); }) },
    ...(me ? [{ id: 'sign out', label: common('signOut'), icon: <Icon name="forward" />, run: then(() => void leave()) }] : []),
  ];
}
