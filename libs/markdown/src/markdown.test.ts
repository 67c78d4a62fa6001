import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Problem } from '@unityplan/contracts';
import { parseText, renderText } from './markdown.ts';
import { corpus } from './hostile-texts.ts';

const render = (markdown: string, known: string[] = []) => renderText(parseText(markdown), new Set(known), 'post-0-').html;

it.each([
  ['**bold** ~~gone~~ `code`', '<p><strong>bold</strong> <del>gone</del> <code>code</code></p>'],
  ['# Title', '<h3>Title</h3>'],
  ['##### Small', '<h6>Small</h6>'],
  ['- [x] done\n- [ ] open', '<ul>\n<li class="task-list-item">☑ done</li>\n<li class="task-list-item">☐ open</li>\n</ul>'],
  ['https://x.dk', '<p><a href="https://x.dk" rel="nofollow ugc noopener">https://x.dk</a></p>'],
  ['a@b.dk', '<p><a href="mailto:a@b.dk" rel="nofollow ugc noopener">a@b.dk</a></p>'],
  ['![cat](https://x.dk/c.png)', '<p><a href="https://x.dk/c.png" rel="nofollow ugc noopener">cat</a></p>'],
  ['[![cat](https://x.dk/c.png)](https://y.dk)', '<p><a href="https://y.dk" rel="nofollow ugc noopener">cat</a></p>'],
  ['[x](javascript:alert(1))', '<p>x</p>'],
  ['[x](/admin) [y](//evil.example)', '<p>x y</p>'],
  ['<b>hi</b>', '<p>&#x3C;b>hi&#x3C;/b></p>'],
  ['<div onclick="x()">hi</div>', '<p>&#x3C;div onclick="x()">hi&#x3C;/div></p>'],
  ['```ts\nlet a;\n```', '<pre><code class="language-ts">let a;\n</code></pre>'],
  ['|a|b|\n|:-|-:|\n|1|2|', '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table>'],
])('renders %j', (markdown, html) => expect(render(markdown)).toBe(html));

it.each([
  ['### A\n\n#### B', '<h3>A</h3>\n<h4>B</h4>'],
  ['# A\n\n## B', '<h3>A</h3>\n<h4>B</h4>'],
  ['###### A', '<h3>A</h3>'],
  ['> ## A', '<blockquote>\n<h3>A</h3>\n</blockquote>'],
  ['none', '<p>none</p>'],
])('begins at the third level where that is asked for: %j', (markdown, html) => {
  expect(renderText(parseText(markdown), new Set(), 'lesson-a-', { headings: 'from-third' }).html).toBe(html);
});

it('refuses at the field it was told', () => expect(() => parseText('> '.repeat(500), 'document.title')).toThrow(expect.objectContaining({ faults: [{ path: 'document.title', message: expect.any(String) }] })));

it('gives footnotes ids of their own post', () => {
  expect(render('Yes.[^1]\n\n[^1]: Why')).toBe(
    '<p>Yes.<sup><a href="#post-0-fn-1" id="post-0-fnref-1">1</a></sup></p>\n<section class="footnotes">\n<ol>\n<li id="post-0-fn-1">\n<p>Why <a href="#post-0-fnref-1" aria-label="1" class="footnote-back">↩</a></p>\n</li>\n</ol>\n</section>',
  );
});

it('links mentions of known members, and nothing in code, links, words or addresses', () => {
  const text = '@Freja and _@bo_ but not @nobody, `@freja`, [@freja](https://x.dk), me@freja.dk, x@freja or /@freja\n\n    @freja';
  expect(parseText(text).handles).toEqual(['freja', 'nobody']);
  expect(parseText('@bob1, @ab @1abc @freja.').handles).toEqual(['bob1', 'freja']);
  expect(render('Hi @Freja!', ['freja'])).toBe('<p>Hi <a href="/members/freja" class="mention">@freja</a>!</p>');
  expect(render('Hi @freja!', [])).toBe('<p>Hi @freja!</p>');
});

it.each([
  ['Hello **world**\n\n- a\n- b', 'Hello world a b'],
  ['word '.repeat(100), `${'word '.repeat(39).trim()}…`],
  ['x'.repeat(300), `${'x'.repeat(199)}…`],
  ['👩‍🚀'.repeat(150), expect.stringMatching(/…$/)],
])('makes an excerpt of %j', (markdown, excerpt) => {
  const made = renderText(parseText(markdown), new Set(), 'post-0-').excerpt;
  expect(made).toEqual(excerpt);
  expect([...made].length).toBeLessThanOrEqual(200);
});

// The stringifier writes every `<` of a text as an entity, so each one that is left opens a tag: all of them must be in this grammar.
const tag = /^<(?:\/?(?:p|strong|em|del|code|pre|blockquote|ul|ol|li|h[3-6]|table|thead|tbody|tr|th|td|sup|section|a)|br|hr|code class="language-[^"<>]*"|ol start="\d+"|t[hd] align="(?:left|center|right)"|section class="footnotes"|li id="post-0-fn-[^"<>]*"|a href="(?:https?:|mailto:)[^"<>]*" rel="nofollow ugc noopener"|a href="#post-0-fn[^"<>]*" (?:id="post-0-fnref-[^"<>]*"|aria-label="[\d-]+" class="footnote-back")|a href="\/members\/[a-z0-9_-]+" class="mention")>/;
function expectSafe(html: string): void {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) expect(html.slice(at)).toMatch(tag);
}

it.each(corpus)('keeps a reader safe from %j', (markdown) => expectSafe(render(markdown, ['freja'])));

it('keeps a reader safe from any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...corpus),
    fc.constantFrom('[', ']', '(', ')', '![', '<', '>', '"', "'", '`', '*', '_', '~', '\n', '\n\n', '    ', '- ', '1. ', '> ', '|', '|-|', '@freja', '[^1]', '[^1]: ', 'javascript:', 'data:', '&#x6a;', 'https://', '\\', '\t', '<script>', 'onerror=', '&lt;', '\u0000', '\u202e'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectSafe(render(pieces.join(''), ['freja']))),
    { numRuns: 1500 },
  );
});

it.each([
  ['quotes', '>'.repeat(30_000)],
  ['quotes with spaces', '> '.repeat(15_000)],
  ['lists', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n').slice(0, 30_000)],
  ['half links', '[a](b'.repeat(6_000)],
  ['brackets', '['.repeat(30_000)],
  ['emphasis', '*a **b '.repeat(4_200)],
  ['tables', `|${'a|'.repeat(7_000)}\n|${'-|'.repeat(7_000)}`],
])('answers within limits to %s without end', (_name, markdown) => {
  const started = performance.now();
  try {
    expectSafe(render(markdown));
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).faults).toEqual([{ path: 'body.markdown', message: expect.any(String) }]);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
}, 20_000);
