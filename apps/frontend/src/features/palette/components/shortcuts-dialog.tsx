import { ShortcutHelp } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { setShortcutsOn, useShortcutsOn } from '../../../shared/lib/shortcuts.ts';
import { showOverlay } from '../palette-state.ts';

/** Every shortcut of the application, with the switch that turns them off. */
export function ShortcutsDialog() {
  const { t } = useTranslation('palette');
  const { t: common } = useTranslation('common');
  const on = useShortcutsOn();
  return (
    <ShortcutHelp on={on} onSwitch={setShortcutsOn} onClose={() => showOverlay(undefined)}
      texts={{ title: t('help.title'), close: common('close'), then: t('then'), on: t('help.on'), onText: t('help.onText') }}
      groups={[
        { title: t('help.anywhere'), shortcuts: [{ keys: 'Ctrl+K', label: t('help.palette') }, { keys: '/', label: t('help.search') }, { keys: '?', label: t('help.help') }] },
        { title: t('help.go'), shortcuts: [{ keys: 'g h', label: t('pages.home') }, { keys: 'g c', label: t('pages.courses') }, { keys: 'g b', label: t('pages.badges') }, { keys: 'g n', label: t('pages.notifications') }] },
        { title: t('help.topic'), shortcuts: [{ keys: 'j', label: t('help.nextPost') }, { keys: 'k', label: t('help.previousPost') }] },
        { title: t('help.writing'), shortcuts: [{ keys: 'Ctrl+Enter', label: t('help.send') }, { keys: 'Ctrl+B', label: t('help.bold') }, { keys: 'Ctrl+I', label: t('help.italic') }, { keys: 'Ctrl+K', label: t('help.link') }] },
      ]} />
  );
}
