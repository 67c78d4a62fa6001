import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { dropHeadingFocus } from '../../../shared/lib/heading-focus.ts';
import { shortcutsOn } from '../../../shared/lib/shortcuts.ts';

/** Brings the post that the address names into view and gives it the focus, once per address. */
export function usePostPlace(loaded: readonly number[]): void {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const key = useRouterState({ select: ({ location }) => location.state.__TSR_key });
  const done = useRef<string>(undefined);
  const number = Number(/^post-(\d+)$/.exec(hash)?.[1]);
  const there = loaded.includes(number);
  useEffect(() => {
    if (!there || done.current === `${key}`) return;
    done.current = `${key}`;
    // After the router's own scroll restoration, which runs with the same render.
    const frame = requestAnimationFrame(() => {
      const post = document.getElementById(`post-${number}`);
      dropHeadingFocus();
      post?.scrollIntoView({ block: number === 1 ? 'center' : 'start' });
      post?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [there, number, key]);
}

/** J and K go to the next and the previous post. */
export function usePostKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (!shortcutsOn() || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog, [contenteditable]')) return;
      const step = { j: 1, k: -1 }[event.key];
      if (!step) return;
      const posts = [...document.querySelectorAll<HTMLElement>('article[data-number]')];
      const at = posts.findIndex((post) => post === document.activeElement || post.contains(document.activeElement));
      const near = at >= 0 ? at + step : posts.findIndex((post) => post.getBoundingClientRect().top > 60);
      const next = posts[Math.max(0, Math.min(near, posts.length - 1))];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'start' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Tells the highest number of a post that was on the screen; `shown` changes with the posts in the page. */
export function useSeen(shown: string, onSeen: (number: number) => void): void {
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (document.visibilityState !== 'visible') return;
      const numbers = entries.filter((entry) => entry.isIntersecting).map((entry) => Number((entry.target as HTMLElement).dataset['number']));
      if (numbers.length > 0) latest.current(Math.max(...numbers));
    });
    for (const post of document.querySelectorAll('article[data-number]')) observer.observe(post);
    return () => observer.disconnect();
  }, [shown]);
}
