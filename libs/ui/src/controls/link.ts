/** The look of a link inside text. */
export const linkClass = 'text-accent underline decoration-1 underline-offset-[0.18em] hover:text-accent-hover hover:decoration-2';

/** The look of a link that stands by itself: tall enough to be hit, also by a finger. */
export const soloLinkClass = `${linkClass} inline-flex min-h-8 items-center pointer-coarse:min-h-11`;
