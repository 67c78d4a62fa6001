import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useToast } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { badgeQuery } from '../api/get-badge.ts';
import { useBadgeStream, type BadgeChange } from '../api/use-badge-stream.ts';

const texts = { 'badge.awarded': 'toast.awarded', 'badge.expired': 'toast.expired', 'badge.expiring': 'toast.expiring', 'badge.revoked': 'toast.revoked' } as const;
const actions = { 'badge.awarded': 'toast.see', 'badge.expired': 'toast.renew', 'badge.expiring': 'toast.renew', 'badge.revoked': 'toast.why' } as const;

/** Tells the member in passing when a badge comes or goes, with the way on. Renders nothing. */
export function BadgeWatch({ memberId }: { memberId: string }) {
  const { t, language } = useTranslation('badges');
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const tell = async (change: BadgeChange, badge: string) => {
    const page = await client.query({ ...badgeQuery(badge), staleTime: 0 }).catch(() => undefined);
    const name = page ? inLanguage(page.definition.name, language) : badge;
    toast({
      text: t(texts[change], { name }), tone: change === 'badge.expired' || change === 'badge.revoked' ? 'danger' : 'calm', seconds: 15,
      action: { label: t(actions[change]), run: () => void navigate({ to: '/badges/$badge', params: { badge } }) },
    });
  };
  useBadgeStream(memberId, (change, badge) => void tell(change, badge));
  return null;
}
