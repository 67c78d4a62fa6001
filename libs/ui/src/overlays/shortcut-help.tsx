import { Switch } from '../controls/switch.tsx';
import { Keys } from '../text/keys.tsx';
import { Dialog } from './dialog.tsx';

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly { keys: string; label: string }[];
}

interface Props {
  groups: readonly ShortcutGroup[];
  texts: { title: string; close: string; then: string; on: string; onText: string };
  /** Whether single keys do anything at all; WCAG 2.1.4 asks for a way to switch them off. */
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}

/** Every keyboard shortcut, and the switch that turns them off. */
export function ShortcutHelp({ groups, texts, on, onSwitch, onClose }: Props) {
  return (
    <Dialog title={texts.title} closeLabel={texts.close} onClose={onClose}>
      <div className="mb-5 flex items-center gap-4 rounded-lg bg-sunken px-4 py-2">
        <p className="grow">
          <span className="block font-semibold">{texts.on}</span>
          <span className="text-sm text-muted">{texts.onText}</span>
        </p>
        <Switch label={texts.on} checked={on} onChange={(event) => onSwitch(event.target.checked)} />
      </div>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-lg">{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, label }) => (
                <div key={keys} className="flex items-center justify-between gap-4 border-b border-line py-2 last:border-0">
                  <dt>{label}</dt>
                  <dd className="shrink-0"><Keys keys={keys} then={texts.then} /></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
