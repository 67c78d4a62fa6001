import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Avatar, CheckboxGroup, Matching, Medal, Meter, Outline, percentOf, RadioGroup } from './index.ts';

describe('progress', () => {
  it('is never full before everything is done', () => {
    expect([percentOf(0, 0), percentOf(0, 7), percentOf(1, 3), percentOf(999, 1000), percentOf(7, 7), percentOf(8, 7)]).toEqual([0, 0, 33, 99, 100, 100]);
  });

  it('is said to screen readers', () => {
    expect(renderToStaticMarkup(<Meter value={40} label="Course" />)).toContain('role="progressbar" aria-label="Course" aria-valuenow="40"');
  });
});

describe('choices', () => {
  const choices = [{ key: 'a', label: 'One' }, { key: 'b', label: 'Two' }];
  it('are native controls with a legend', () => {
    const html = renderToStaticMarkup(<RadioGroup legend="Which?" choices={choices} chosen="b" onChoose={() => {}} error="Choose one" />);
    expect(html).toContain('<legend');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(/aria-describedby="([^"]+)-error"/.test(html)).toBe(true);
    expect(renderToStaticMarkup(<CheckboxGroup legend="Which?" choices={choices} chosen={['a', 'b']} onChoose={() => {}} />).match(/checked=""/g)).toHaveLength(2);
  });

  it('match by a list beside each item', () => {
    const html = renderToStaticMarkup(<Matching legend="Match" left={[{ key: 'l', label: 'Denmark' }]} right={[{ key: 'r', label: 'Copenhagen' }]} pairs={{ l: 'r' }} chooseLabel="Choose" onChange={() => {}} />);
    expect(html).toContain('Denmark');
    expect(html).toContain('<option value="r" selected="">Copenhagen</option>');
  });
});

it('says the state of every step, and leads to none that is locked', () => {
  const step = { title: 'Listening', current: false } as const;
  const html = renderToStaticMarkup(
    <Outline label="Course" stateNames={{ done: 'done', open: 'not done', locked: 'not open yet' }} link={(each, look, face) => <a href={each.key} className={look}>{face}</a>}
      sections={[{ key: 'm', title: 'First', steps: [{ ...step, key: 'x', state: 'done' }, { ...step, key: 'y', state: 'locked' }] }]} />,
  );
  expect(html).toContain('href="x"');
  expect(html).not.toContain('href="y"');
  expect(html).toContain('not open yet');
});

it('shows a picture of someone who has one, without words', () => {
  expect(renderToStaticMarkup(<Avatar id="1" name="Anna" picture={{ small: '/s', large: '/l' }} />)).toContain('src="/s" alt=""');
  expect(renderToStaticMarkup(<Avatar id="1" name="Anna" picture={null} />)).not.toContain('<img');
});

it('fades a badge that has expired', () => {
  expect(renderToStaticMarkup(<Medal icon="host" colour="teal" expired />)).toContain('medal-faded');
  expect(renderToStaticMarkup(<Medal icon="host" colour="teal" />)).toContain('medal-teal');
});
