import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atomOf } from './atom.ts';
import type { FeedTopic } from './feeds.views.ts';

interface Parser {
  onerror(error: Error): void;
  onopentag(tag: { name: string; attributes: Record<string, string> }): void;
  onclosetag(name: string): void;
  ontext(text: string): void;
  oncdata(text: string): void;
  write(text: string): Parser;
  close(): void;
}
const sax = createRequire(import.meta.url)('sax') as { parser(strict: boolean): Parser };

/** Every element with its text and attributes, as a strict reader sees them; throws on what is no XML. */
function read(xml: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const open: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const all: typeof open = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => void all.push(open[open.push({ name, text: '', attributes }) - 1]!);
  parser.onclosetag = () => void open.pop();
  parser.ontext = parser.oncdata = (text) => void (open.at(-1) && (open.at(-1)!.text += text));
  parser.write(xml).close();
  return all;
}
const decoded = (html: string): string => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const piece = fc.oneof(fc.constantFrom(']]>', '<![CDATA[', '<script>', '</entry>', '&amp;', '&', '"', "'", '<!--', '?>', '<b>', ' '), fc.string({ maxLength: 8 }).map((text) => text.replace(/[^\x20-\x7e\u00a0-\ud7ff]/g, '')));
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => `x${pieces.join('')}x`);

it('says what people wrote and nothing else, whatever that was', () => {
  fc.assert(
    fc.property(words, words, words, words, (title, excerpt, html, name) => {
      const topic = {
        id: '01900000-0000-7000-8000-000000000001', slug: 'x', title, author_id: 'a', created_at: new Date(0), last_activity_at: new Date(1), category_slug: 'c', name_en: name, name_da: name, html, excerpt,
        hidden_by: null, deleted_at: null,
      } as FeedTopic;
      const person = { memberId: 'a', handle: 'a', displayName: name };
      const found = read(atomOf({ origin: 'http://dk.localhost', territory: 'DK', language: 'en', category: undefined, topics: [topic], personOf: () => person }));
      expect(found.map((one) => one.name).join(' ')).toBe('feed id title updated generator link link subtitle entry title id link updated summary content author name category published');
      const of = (name: string) => found.filter((one) => one.name === name).at(-1)!;
      // A reader shows titles and summaries as HTML, so the words come out of two layers.
      expect(decoded(of('title').text)).toBe(title);
      expect(decoded(of('summary').text)).toBe(excerpt);
      expect(of('content').text.replaceAll(']]&gt;', ']]>')).toBe(html);
      expect(of('title').text).not.toMatch(/[<>]/);
      expect(of('category').attributes).toEqual({ label: name.replaceAll('<', '‹'), term: 'c' });
    }),
    { numRuns: 500 },
  );
});
