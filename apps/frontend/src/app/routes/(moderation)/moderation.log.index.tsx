import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { linkClass, Select } from '@unityplan/ui';
import { useCategoryName } from '../../../features/forum/api/use-category-name.ts';
import { LogList } from '../../../features/moderation/components/log-list.tsx';
import { NarrowPage, PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(moderation)/moderation/log/')({
  validateSearch: ({ category, topic }): { category?: string | undefined; topic?: string | undefined } => ({ category: textParam(category, 36), topic: textParam(topic, 36) }),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    return loadTexts('moderation', 'badges');
  },
  component: LogPage,
});

function LogPage() {
  const { t, language } = useTranslation('moderation');
  const { category, topic } = Route.useSearch();
  const navigate = Route.useNavigate();
  const categories = useQuery(categoriesQuery).data ?? [];
  const categoryName = useCategoryName();
  return (
    <NarrowPage className="max-w-3xl">
      <div>
        <PageHeading title={t('log.title')}>{t('log.title')}</PageHeading>
        <p className="text-muted">{t('log.lead')}</p>
      </div>
      {topic ? (
        <p>{t('log.ofTopic')} <Link to="/moderation/log" className={linkClass}>{t('log.all')}</Link></p>
      ) : (
        <Select label={t('category')} value={category ?? ''} onChange={(event) => void navigate({ search: { category: event.target.value || undefined }, replace: true, resetScroll: false })}>
          <option value="">{t('allCategories')}</option>
          {categories.filter((each) => each.may.read.allowed).map((each) => <option key={each.categoryId} value={each.categoryId}>{inLanguage(each.name, language)}</option>)}
        </Select>
      )}
      <LogList filter={{ categoryId: category, topicId: topic }} categoryName={categoryName} />
    </NarrowPage>
  );
}
