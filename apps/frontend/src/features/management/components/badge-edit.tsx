import { useToast } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeBadge, type BadgeDefinition } from '../api/badges.ts';
import { useEditBase } from '../use-edit-base.ts';
import { BadgeForm } from './badge-form.tsx';

/** Changes a badge of the territory: a new version, while awards keep the one they were made under. */
export function BadgeEdit({ definition, onReload }: { definition: BadgeDefinition; onReload: () => Promise<BadgeDefinition | undefined> }) {
  const { t } = useTranslation('management');
  const change = useChangeBadge(definition.badge);
  const toast = useToast();
  const { base, saved, reload } = useEditBase(definition, change, onReload);
  // Archiving above is a version of its own, and nothing that was typed here.
  const { version, state } = definition.version > base.version && sameRules(definition, base) ? definition : base;
  return (
    <BadgeForm key={base.version} definition={base} busy={change.isPending} error={change.error} onReload={() => void reload()}
      onSave={({ badge: _key, ...body }) => change.mutate({ ...body, state, version }, { onSuccess: (now) => { saved(now); toast({ text: t('saved') }); } })} />
  );
}

const rulesOf = ({ version: _version, state: _state, courses: _courses, ...rules }: BadgeDefinition) => JSON.stringify(rules);
const sameRules = (a: BadgeDefinition, b: BadgeDefinition) => rulesOf(a) === rulesOf(b);
