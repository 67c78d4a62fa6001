import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes, SelectHTMLAttributes } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../display/icon.tsx';
import { Field, inputClass, useField, type FieldProps } from './field.tsx';

/** A one-line text field with its label. */
export function TextField({ label, hint, error, optional, className, ...rest }: FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const { id, aria } = useField({ hint, error });
  return (
    <Field {...{ id, label, hint, error }} {...(optional ? { optional } : {})}>
      <input {...rest} {...aria} className={cx(inputClass, className)} />
    </Field>
  );
}

/** A text of several lines that grows with what is written. */
export function TextArea({ label, hint, error, optional, className, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const { id, aria } = useField({ hint, error });
  return (
    <Field {...{ id, label, hint, error }} {...(optional ? { optional } : {})}>
      <textarea rows={4} {...rest} {...aria} className={cx(inputClass, 'field-sizing-content max-h-[60vh] min-h-28', className)} />
    </Field>
  );
}

/** A native choice list. */
export function Select({ label, hint, error, optional, className, children, ...rest }: FieldProps & SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> }) {
  const { id, aria } = useField({ hint, error });
  return (
    <Field {...{ id, label, hint, error }} {...(optional ? { optional } : {})}>
      <span className="relative block">
        <select {...rest} {...aria} className={cx(inputClass, 'appearance-none pe-10', className)}>
          {children}
        </select>
        <Icon name="down" className="pointer-events-none absolute end-3 top-3" />
      </span>
    </Field>
  );
}
