import { buttonClass, Icon } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

/** The Atom feed of a category or of the whole territory; also for programs that look for one in the page's head. */
export function FeedLink({ name, categoryId }: { name: string; categoryId?: string }) {
  const { t } = useTranslation('forum');
  const href = categoryId ? `/api/v1/feeds/categories/${categoryId}/topics.atom` : '/api/v1/feeds/topics.atom';
  const title = t('feedOf', { name });
  return (
    <>
      <link rel="alternate" type="application/atom+xml" href={href} title={title} />
      <a href={href} aria-label={title} title={title} className={buttonClass('quiet', 'icon')}><Icon name="feed" /></a>
    </>
  );
}
