import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button, CountBadge, LocaleContext, RelativeTime, TextField } from './index.ts';
import { contourRings } from './display/contours.tsx';
import { avatarColour, initials } from './display/avatar.tsx';
import { relativeTime } from './text/time.ts';

describe('markup', () => {
  it('ties a field to its hint and its error', () => {
    const html = renderToStaticMarkup(<TextField label="Name" hint="Your own" error="Write one" />);
    const id = /<input id="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`for="${id}"`);
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`);
    expect(html).toContain('aria-invalid="true"');
  });

  it('keeps a busy button in the tab order, named, and says so', () => {
    const html = renderToStaticMarkup(<Button busy>Save</Button>);
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('type="button"');
    expect(html).not.toContain(' disabled=');
  });

  it('says times in the language of the reader', () => {
    const html = renderToStaticMarkup(<LocaleContext value={{ language: 'da', timeZone: 'UTC' }}><RelativeTime at="2020-01-02T03:04:05Z" /></LocaleContext>);
    expect(html).toContain('dateTime="2020-01-02T03:04:05Z"');
    expect(html).toContain('2. jan. 2020');
  });

  it('counts to 99 and hides nothing', () => {
    expect(renderToStaticMarkup(<CountBadge count={0} />)).toBe('');
    expect(renderToStaticMarkup(<CountBadge count={120} />)).toContain('99+');
  });
});

it('says how long ago, never the future', () => {
  const now = Date.parse('2026-05-01T12:00:00Z');
  expect(relativeTime('2026-05-01T12:00:40Z', now, 'en')).toBe('now');
  expect(relativeTime('2026-05-01T11:55:00Z', now, 'en')).toBe('5 minutes ago');
  expect(relativeTime('2026-04-30T11:00:00Z', now, 'en')).toBe('yesterday');
  expect(relativeTime('2026-04-01T11:00:00Z', now, 'en-GB', 'UTC')).toBe('1 Apr');
  // In Auckland it was this year already.
  expect(relativeTime('2025-12-31T12:00:00Z', now, 'en-GB', 'Pacific/Auckland')).toBe('1 Jan');
  expect(relativeTime('2025-12-31T12:00:00Z', now, 'en-GB', 'America/New_York')).toBe('31 Dec 2025');
});

it('makes initials of any name', () => {
  expect([initials('Anna Maria Kjær'), initials('bo'), initials('@fatima'), initials('Łukasz'), initials('  ')]).toEqual(['AK', 'B', 'F', 'Ł', '?']);
  expect(avatarColour('x')).toBe(avatarColour('x'));
});

it('draws every territory its own land, always the same', () => {
  expect(contourRings('DK')).toEqual(contourRings('DK'));
  expect(contourRings('DK')).not.toEqual(contourRings('NO'));
});
