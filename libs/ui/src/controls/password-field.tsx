import { useState, type InputHTMLAttributes, type Ref } from 'react';
import { Icon } from '../display/icon.tsx';
import { Field, inputClass, useField, type FieldProps } from './field.tsx';

interface Props extends FieldProps, InputHTMLAttributes<HTMLInputElement> {
  showLabel: string;
  hideLabel: string;
  ref?: Ref<HTMLInputElement>;
}

/** A password field whose text can be shown; paste and password managers work. */
export function PasswordField({ label, hint, error, showLabel, hideLabel, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  const { id, aria } = useField({ hint, error });
  return (
    <Field {...{ id, label, hint, error }}>
      <span className="relative block">
        <input {...rest} {...aria} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="off" className={`${inputClass} pe-12`} />
        <button type="button" aria-label={shown ? hideLabel : showLabel} aria-controls={id} onClick={() => setShown(!shown)}
          className="absolute end-0.5 top-0.5 grid size-10 pointer-coarse:end-0 pointer-coarse:top-0 pointer-coarse:size-11 place-items-center rounded-md text-muted hover:text-ink">
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </button>
      </span>
    </Field>
  );
}
