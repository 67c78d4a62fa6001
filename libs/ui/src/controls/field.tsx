import { useId, type ReactNode } from 'react';
import { FieldError } from './field-error.tsx';

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
  optional?: string;
}

/** Border, padding and colours that all fields share. */
export const inputClass =
  'block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-ink placeholder:text-muted aria-invalid:border-danger aria-invalid:border-2';

/** Ids that tie a field to its hint and error. */
export function useField({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, aria: { id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined } as const };
}

/** Label, hint and error around a control. */
export function Field({ id, label, hint, error, optional, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label} {optional && <span className="font-normal text-muted">({optional})</span>}
      </label>
      {hint && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
      {children}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}
