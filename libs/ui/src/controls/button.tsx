import type { ButtonHTMLAttributes } from 'react';
import { cx } from '../cx.ts';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'sm' | 'icon';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-accent hover:text-accent',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
};
const sizes: Record<ButtonSize, string> = { md: 'min-h-11 px-5 py-2', sm: 'min-h-9 px-3 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11', icon: 'size-11 justify-center' };

/** The look of a button, for links that act as one. */
export function buttonClass(tone: ButtonTone = 'primary', size: ButtonSize = 'md', className?: string): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-md text-center font-semibold no-underline transition-colors duration-(--quick) disabled:opacity-55 aria-disabled:opacity-70',
    tones[tone], sizes[size], className,
  );
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Keeps focus and name, shows a turning ring and ignores further presses. */
  busy?: boolean;
}

/** A button; `type` is `button` unless it submits. */
export function Button({ tone, size, busy = false, className, children, onClick, type = 'button', ...rest }: Props) {
  return (
    <button {...rest} type={type} aria-busy={busy || undefined} aria-disabled={busy || rest['aria-disabled']} className={buttonClass(tone, size, className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}>
      {busy && <span aria-hidden="true" className="spin size-4 rounded-full border-2 border-current border-e-transparent" />}
      {children}
    </button>
  );
}
