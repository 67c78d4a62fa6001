import { Switch } from '@unityplan/ui';

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
