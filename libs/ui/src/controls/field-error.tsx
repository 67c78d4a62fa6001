import { Icon } from '../display/icon.tsx';

/** What is wrong with a field and how to mend it, in the line under it; nothing while nothing is. `alert` is for what nobody pressed a button to hear. */
export function FieldError({ id, text, role }: { id: string; text: string | undefined; role?: 'alert' }) {
  if (!text) return null;
  return (
    <p id={id} role={role} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <Icon name="alert" className="mt-0.5 size-4" />
      {text}
    </p>
  );
}
