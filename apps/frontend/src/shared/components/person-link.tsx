import { Link } from '@tanstack/react-router';
import type { Person } from '@unityplan/sdk';
import { cx } from '@unityplan/ui';
import { useTranslation } from '../hooks/use-translation.ts';
import { nameOf } from '../lib/names.ts';

/** A person's name, leading to their page. */
export function PersonLink({ person, className }: { person: Person; className?: string }) {
  const { t } = useTranslation('common');
  const name = nameOf(person) ?? t('formerMember');
  if (!person.handle) return <span className={className}>{name}</span>;
  return (
    <Link to="/members/$handle" params={{ handle: person.handle }} className={cx('hover:underline', className)}>
      {name}
    </Link>
  );
}
