import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { CommandPalette, Icon, Medal, type PaletteGroup } from '@unityplan/ui';
import { useState } from 'react';
import { coursesQuery } from '../../features/courses/api/get-courses.ts';
import { showOverlay } from '../../features/palette/palette-state.ts';
import { useDebounced } from '../../shared/hooks/use-debounced.ts';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../shared/lib/badges.ts';
import { categoriesQuery } from '../../shared/lib/categories.ts';
import { itemsOf } from '../../shared/lib/infinite.ts';
import { said } from '../../shared/lib/localised.ts';
import { inLanguage } from '../../shared/lib/territory.ts';
import { useActions } from './palette-actions.tsx';
import { usePages } from './palette-pages.ts';

/** Goes anywhere and does the common things, by typing a few letters. */
export function Palette() {
  const { t, language } = useTranslation('palette');
  const [search, setSearch] = useState('');
  const router = useRouter();
  const close = () => showOverlay(undefined);
  const go = (href: string) => { close(); router.history.push(href); };
  const categories = useQuery(categoriesQuery);
  const newest = useInfiniteQuery(coursesQuery({}));
  // Of the courses only the newest are here, so the others are asked for.
  const text = useDebounced(search.trim().slice(0, 100), 200);
  const found = useInfiniteQuery({ ...coursesQuery({ text }), enabled: text !== '' });
  const courses = itemsOf({ pages: [...(newest.data?.pages ?? []), ...(found.data?.pages ?? [])] }, (course) => course.courseId);
  const badges = useQuery(badgesQuery);
  const pages = usePages();
  const actions = useActions(close);
  const groups: PaletteGroup[] = [
    { id: 'pages', title: t('groups.pages'), items: pages.map(({ id, href, label, keys, icon }) => ({ id: `page ${id}`, label, ...(keys ? { keys } : {}), icon: <Icon name={icon} />, run: () => go(href) })) },
    {
      id: 'categories', title: t('groups.categories'),
      items: (categories.data ?? []).map((category) => ({ id: `category ${category.slug}`, label: inLanguage(category.name, language), note: inLanguage(category.about, language), icon: <Icon name="list" />, run: () => go(`/categories/${category.slug}`) })),
    },
    {
      id: 'courses', title: t('groups.courses'),
      items: courses.map((course) => ({ id: `course ${course.slug}`, label: said(course.title, course.language, language).text, icon: <Icon name="book" />, run: () => go(`/courses/${course.slug}`) })),
    },
    {
      id: 'badges', title: t('groups.badges'),
      items: (badges.data ?? []).map((badge) => ({ id: `badge ${badge.badge}`, label: inLanguage(badge.name, language), icon: <Medal icon={badge.icon} colour={badge.colour} size="sm" className="size-6" />, run: () => go(`/badges/${badge.badge}`) })),
    },
    { id: 'actions', title: t('groups.actions'), items: actions },
  ];
  return (
    <CommandPalette groups={groups} search={search} onSearch={setSearch} busy={categories.isPending || newest.isPending || found.isLoading || badges.isPending} onClose={close}
      texts={{ title: t('title'), placeholder: t('placeholder'), empty: t('empty'), loading: t('loading'), then: t('then'), hint: t('close') }} />
  );
}
