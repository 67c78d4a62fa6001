import { useQuery } from '@tanstack/react-query';
import type { Person } from '@unityplan/sdk';
import { Avatar, cx } from '@unityplan/ui';
import { useId, useState, type KeyboardEvent } from 'react';
import { useDebounced } from '../../../shared/hooks/use-debounced.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { sdk } from '../../../shared/lib/sdk.ts';

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  onChoose: (person: Person) => void;
}

/** Finds a member by the beginning of the handle: a text field with a list to choose from by arrows, Enter or press. */
export function PersonPicker({ label, hint, error, onChoose }: Props) {
  const { t } = useTranslation('management');
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [shut, setShut] = useState(false);
  const prefix = useDebounced(text.trim().replace(/^@/, '').toLowerCase(), 200);
  const { data: people = [], isFetched } = useQuery({
    queryKey: ['own', 'management', 'find', prefix], enabled: prefix.length > 0, staleTime: 60_000,
    queryFn: async ({ signal }) => (await sdk.suggestPeople({ query: { prefix }, signal })).items,
  });
  const found = prefix ? people : [];
  const open = !shut && found.length > 0;
  const chosen = Math.min(at, found.length - 1);
  const choose = (person: Person) => {
    setText('');
    setAt(0);
    onChoose(person);
  };
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && found.length > 0) {
      setShut(false);
      setAt((chosen + move + found.length) % found.length);
    } else if (event.key === 'Enter' && open) choose(found[chosen]!);
    else if (event.key === 'Escape' && open) setShut(true);
    else return;
    event.preventDefault();
  };
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="relative flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">{label}</label>
      {hint && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
      <input id={id} role="combobox" value={text} placeholder="@" autoComplete="off" autoCapitalize="off" spellCheck={false} aria-autocomplete="list" aria-expanded={open} aria-controls={`${id}-list`} aria-describedby={describedBy} aria-invalid={error ? true : undefined}
        aria-activedescendant={open ? `${id}-${chosen}` : undefined} onKeyDown={keys} onBlur={() => setShut(true)} onChange={(event) => { setText(event.target.value); setAt(0); setShut(false); }}
        className="block min-h-11 w-full rounded-md border border-line-strong bg-surface px-3 py-2 placeholder:text-muted aria-invalid:border-2 aria-invalid:border-danger" />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open} className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-lg border border-line bg-surface p-1.5 shadow-raised">
        {found.map((person, index) => (
          // Pressing must not take the focus from the field, which would close the list before the press counts.
          <li key={person.memberId} id={`${id}-${index}`} role="option" aria-selected={index === chosen} onPointerDown={(event) => { event.preventDefault(); choose(person); }}
            className={cx('flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3', index === chosen && 'bg-accent-soft')}>
            <Avatar id={person.memberId} name={person.displayName ?? person.handle ?? '?'} picture={person.avatar} size="sm" />
            <span className="min-w-0 truncate">{nameOf(person)} <span className="text-sm text-muted">@{person.handle}</span></span>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-muted">{prefix && isFetched && found.length === 0 ? t('people.nobody', { prefix }) : ''}</p>
      {error && <p id={`${id}-error`} className="text-sm font-medium text-danger">{error}</p>}
    </div>
  );
}
