import type { NotificationPreferences } from '@unityplan/sdk';
import { Switch } from '@unityplan/ui';
import { useId, type ReactNode } from 'react';

/** Every part of the settings shows all of them and changes them as a whole. */
export interface SettingsPart {
  value: NotificationPreferences;
  onChange: (next: NotificationPreferences) => void;
}

/** A part of the settings under its heading. */
export function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div>
        <h2 id={id} className="text-xl">{title}</h2>
        {text && <p className="text-muted">{text}</p>}
      </div>
      {children}
    </section>
  );
}

/** A switch with its name and what it does. */
export function SwitchRow({ label, text, checked, disabled, onChange }: { label: string; text?: string; checked: boolean; disabled?: boolean; onChange: (on: boolean) => void }) {
  return (
    <div className="flex items-center gap-4 rounded-lg bg-sunken px-5 py-3">
      <div className="min-w-0 grow">
        <p className="font-semibold">{label}</p>
        {text && <p className="text-sm text-muted">{text}</p>}
      </div>
      <Switch label={label} checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    </div>
  );
}
