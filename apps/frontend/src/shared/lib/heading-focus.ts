let wanted = false;

/** A new page was asked for: its heading takes the focus as soon as it is there. */
export function wantHeadingFocus(): void {
  wanted = true;
}

/** Gives the focus to a heading if the page is new and nothing else took it. */
export function takeHeadingFocus(heading: HTMLElement | null): void {
  if (!wanted || !heading) return;
  wanted = false;
  heading.focus({ preventScroll: true });
}

/** Something better than the heading has the focus (a post that was linked to). */
export function dropHeadingFocus(): void {
  wanted = false;
}
