import type { InputHTMLAttributes } from 'react';

/** An on/off choice that takes effect at once; a native checkbox underneath. */
export function Switch({ label, ...rest }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  return (
    <span className="relative inline-grid h-11 w-14 place-items-center">
      <input {...rest} type="checkbox" role="switch" aria-label={label} className="peer absolute inset-0 z-10 cursor-pointer opacity-0 disabled:cursor-not-allowed" />
      <span aria-hidden="true" className="h-7 w-12 rounded-full border border-line-strong bg-sunken transition-colors duration-(--quick) peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-(--focus) peer-disabled:opacity-50" />
      <span aria-hidden="true" className="absolute start-2 size-5 rounded-full bg-line-strong transition-[translate] duration-(--quick) peer-checked:translate-x-5 peer-checked:bg-on-accent rtl:peer-checked:-translate-x-5" />
    </span>
  );
}
