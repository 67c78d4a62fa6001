import { useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { buttonClass } from '../controls/button.tsx';
import { FieldError } from '../controls/field-error.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../display/icon.tsx';

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** MIME types, as of an `accept` attribute. */
  accept: string;
  texts: { choose: string; camera: string; drop: string };
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** Takes one file: chosen, dropped, pasted, or made by the camera. */
export function FilePicker({ label, hint, error, accept, texts, disabled = false, onFile }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const chosen = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };
  const input = (ref: typeof chosen, from: string | undefined, name: string) => (
    <input ref={ref} type="file" accept={accept} {...(from ? { capture: 'user' as const } : {})} tabIndex={-1} aria-hidden="true" data-picker={name} className="sr-only"
      onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
  );
  return (
    <div role="group" aria-labelledby={id} aria-describedby={cx(hint && `${id}-hint`, error && `${id}-error`) || undefined} onPaste={paste}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
      className={cx('flex flex-col gap-3 rounded-lg border border-dashed px-5 py-5', over ? 'border-accent bg-accent-soft' : 'border-line-strong', error && 'border-danger')}>
      <p id={id} className="font-semibold">{label}</p>
      {hint && <p id={`${id}-hint`} className="-mt-2 text-sm text-muted">{hint}</p>}
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" disabled={disabled} onClick={() => chosen.current?.click()} className={buttonClass('secondary')}><Icon name="image" />{texts.choose}</button>
        <button type="button" disabled={disabled} onClick={() => camera.current?.click()} className={buttonClass('quiet', 'md', 'sm:hidden')}><Icon name="camera" />{texts.camera}</button>
        <span className="text-sm text-muted max-sm:hidden">{texts.drop}</span>
        {input(chosen, undefined, 'file')}
        {input(camera, 'user', 'camera')}
      </div>
      <FieldError id={`${id}-error`} role="alert" text={error} />
    </div>
  );
}
