import type { NotificationPreferences } from '@unityplan/sdk';
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
