import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { FieldError } from '../controls/field-error.tsx';
import { inputClass } from '../controls/field.tsx';
import { Tabs } from '../controls/tabs.tsx';
import { cx } from '../cx.ts';
import { applyTool, Toolbar, toolOfKey, type Tool } from './toolbar.tsx';
import type { Written } from './edit-text.ts';
import { Preview } from './preview.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useMentions, type Suggestion } from './use-mentions.ts';

export interface EditorTexts {
  write: string;
  preview: string;
  previewEmpty: string;
  previewFailed: string;
  loading: string;
  modes: string;
  toolbar: string;
  tools: Record<Tool, string>;
  people: string;
}

export interface EditorProps {
  label: string;
  /** Shows the label over the editor; otherwise it is for screen readers. */
  labelShown?: boolean;
  hint?: string;
  error?: string | undefined;
  value: string;
  placeholder?: string;
  texts: EditorTexts;
  onChange: (text: string) => void;
  /** Ctrl+Enter or ⌘+Enter. */
  onSubmit?: () => void;
  renderPreview: (markdown: string, signal: AbortSignal) => Promise<string>;
  suggest?: (prefix: string, signal: AbortSignal) => Promise<Suggestion[]>;
  /** A number that changes when the editor should take the focus, its caret at the end. */
  focusSignal?: number;
}

/** Markdown with toolbar, preview as the server renders it, and people offered after @. */
export function MarkdownEditor({ label, labelShown, hint, error, value, placeholder, texts, onChange, onSubmit, renderPreview, suggest, focusSignal }: EditorProps) {
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const [caret, setCaret] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const mentions = useMentions(value, caret, mode === 'write' ? suggest : undefined);

  useEffect(() => {
    const field = area.current;
    if (!focusSignal || !field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    field.scrollIntoView({ block: 'center' });
  }, [focusSignal]);

  const put = ({ text, start, end }: Written) => {
    onChange(text);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
      setCaret(end);
    });
  };
  const apply = (tool: Tool) => {
    const field = area.current;
    if (field) put(applyTool(tool, { text: value, start: field.selectionStart, end: field.selectionEnd }));
  };
  const mention = (person: Suggestion) => {
    if (!mentions.at) return;
    const before = `${value.slice(0, mentions.at.from)}@${person.handle} `;
    put({ text: before + value.slice(caret), start: before.length, end: before.length });
  };
  const keys = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (mentions.open) {
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const person = mentions.found[mentions.chosen];
      if (move) mentions.setChosen((mentions.chosen + move + mentions.found.length) % mentions.found.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !command && person) mention(person);
      else if (event.key === 'Escape') mentions.close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    } else if (command && event.key === 'Enter' && onSubmit) {
      event.preventDefault();
      onSubmit();
    } else if (command && !event.shiftKey && !event.altKey && toolOfKey[event.key]) {
      event.preventDefault();
      apply(toolOfKey[event.key]!);
    }
  };

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelShown ? 'font-semibold' : 'sr-only'}>{label}</label>
      <div className={cx('rounded-md border bg-surface has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-offset-2 has-[textarea:focus-visible]:outline-(--focus)', error ? 'border-2 border-danger' : 'border-line-strong')}>
        <Tabs label={texts.modes} chosen={mode} onChoose={setMode} tabs={[{ key: 'write', label: texts.write }, { key: 'preview', label: texts.preview }]}
          aside={mode === 'write' && <Toolbar label={texts.toolbar} names={texts.tools} onUse={apply} />}>
          <div className={cx('relative', mode !== 'write' && 'hidden')}>
            <textarea ref={area} id={id} value={value} rows={6} placeholder={placeholder} aria-invalid={error ? true : undefined}
              aria-haspopup={suggest ? 'listbox' : undefined} aria-controls={mentions.open ? `${id}-people` : undefined}
              aria-autocomplete={mentions.open ? 'list' : undefined} aria-activedescendant={mentions.open ? `${id}-people-${mentions.chosen}` : undefined}
              aria-describedby={cx(hint && `${id}-hint`, error && `${id}-error`) || undefined}
              onChange={(event) => { onChange(event.target.value); setCaret(event.target.selectionStart); }}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)} onKeyDown={keys}
              className={cx(inputClass, 'field-sizing-content max-h-[60vh] min-h-40 resize-y rounded-t-none border-0 px-4 py-3 focus-visible:outline-none aria-invalid:border-0')} />
            {mentions.open && <SuggestionList id={`${id}-people`} label={texts.people} people={mentions.found} chosen={mentions.chosen} onChoose={mention} />}
          </div>
          {mode === 'preview' && <Preview markdown={value} texts={texts} render={renderPreview} />}
        </Tabs>
      </div>
      {hint && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}
