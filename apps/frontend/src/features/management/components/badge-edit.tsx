import { useToast } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeBadge, type BadgeDefinition } from '../api/badges.ts';
import { BadgeForm } from './badge-form.tsx';

/** Changes a badge of the territory: a new version, while awards keep the one they were made under. */
export function BadgeEdit({ definition, onReload }: { definition: BadgeDefinition; onReload: () => Promise<BadgeDefinition | undefined> }) {
  const { t } = useTranslation('management');
  const change = useChangeBadge(definition.badge);
  const toast = useToast();
  // What was read when editing began: the form stays still, and what others save meanwhile is a conflict and no surprise.
  const [base, setBase] = useState(definition);
  const reload = async () => {
    const fresh = await onReload();
    change.reset();
    if (fresh) setBase(fresh);
  };
  // Archiving above is a version of its own, and nothing that was typed here.
  const { version, state } = definition.version > base.version && sameRules(definition, base) ? definition : base;
  return (
    <BadgeForm key={base.version} definition={base} busy={change.isPending} error={change.error} onReload={() => void reload()}
      onSave={({ badge: _key, ...body }) => change.mutate({ ...body, state, version }, { onSuccess: (saved) => { setBase(saved); toast({ text: t('saved') }); } })} />
  );
}

const rulesOf = ({ version: _version, state: _state, courses: _courses, ...rules }: BadgeDefinition) => JSON.stringify(rules);
const sameRules = (a: BadgeDefinition, b: BadgeDefinition) => rulesOf(a) === rulesOf(b);
