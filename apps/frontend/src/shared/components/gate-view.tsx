import { Link } from '@tanstack/react-router';
import { useTranslation } from '../hooks/use-translation.ts';
import type { Gate } from '../lib/gates.ts';
import { Icon, linkClass } from '@unityplan/ui';
import { useBadgeName } from '../hooks/use-badge-name.ts';
import { useGateWords } from '../hooks/use-gate-words.ts';
import type { AccessVerdict } from '../lib/badges.ts';
import { badgesHad } from '../lib/gate-words.ts';
import { WayIn } from './way-in.tsx';

/** Explains a rule: in words, what of it the reader has, and the way to what is missing. Without a verdict it explains the rule alone. */
export function GateView({ gate, verdict }: { gate: Gate; verdict: AccessVerdict | null }) {
  const { t } = useTranslation('badges');
  const say = useGateWords();
  const nameOf = useBadgeName();
  const met = verdict ? badgesHad(gate, verdict.lacking) : [];
  return (
    <div className="flex flex-col gap-3">
      <p>{t('open', { who: say(gate) })}</p>
      {verdict?.allowed && <p className="flex items-center gap-2 font-semibold text-accent"><Icon name="check" />{t('met')}</p>}
      {verdict && !verdict.allowed && (
        <>
          {met.length > 0 && (
            <ul aria-label={t('have')} className="flex flex-col gap-1">
              {met.map((badge) => (
                <li key={badge} className="flex items-center gap-2">
                  <Icon name="check" className="text-accent" />
                  <span className="sr-only">{t('have')}</span>
                  <Link to="/badges/$badge" params={{ badge }} className={linkClass}>{nameOf(badge)}</Link>
                </li>
              ))}
            </ul>
          )}
          {verdict.lacking.length > 0 ? (
            <>
              <p className="font-semibold">{t(verdict.lacking.length === 1 ? 'needs.single' : `needs.${verdict.needs}`)}</p>
              <WayIn lacking={verdict.lacking} />
            </>
          ) : (
            <p>{t('signInFirst')}</p>
          )}
        </>
      )}
    </div>
  );
}
