import { cx } from '../cx.ts';
import { Avatar } from '../display/avatar.tsx';
import type { Suggestion } from './use-mentions.ts';

interface Props {
  id: string;
  label: string;
  people: readonly Suggestion[];
  chosen: number;
  onChoose: (person: Suggestion) => void;
}

/** People offered for a mention, below the text. */
export function SuggestionList({ id, label, people, chosen, onChoose }: Props) {
  return (
    <ul id={id} role="listbox" aria-label={label} className="rise absolute inset-x-3 top-full z-30 -mt-2 max-w-sm rounded-lg border border-line bg-surface p-1.5 shadow-raised">
      {people.map((person, index) => (
        // The textarea keeps the focus and handles the keys, and aria-activedescendant says where one is.
        <li key={person.id} id={`${id}-${index}`} role="option" aria-selected={index === chosen}
          onPointerDown={(event) => { event.preventDefault(); onChoose(person); }}
          className={cx('flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2.5', index === chosen ? 'bg-accent-soft' : 'hover:bg-sunken')}>
          <Avatar id={person.id} name={person.name} picture={person.picture} size="sm" />
          <span className="font-semibold">{person.name}</span>
          <span className="text-sm text-muted">@{person.handle}</span>
        </li>
      ))}
    </ul>
  );
}
