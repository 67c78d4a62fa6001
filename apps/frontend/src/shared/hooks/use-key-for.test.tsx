import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { useKeyFor } from './use-key-for.ts';

it('gives the same content the same key, and a new one once it changed', () => {
  let keyFor!: ReturnType<typeof useKeyFor>;
  function Form() {
    keyFor = useKeyFor();
    return null;
  }
  renderToStaticMarkup(<Form />);
  const first = keyFor({ name: 'Gardens' });
  expect(keyFor({ name: 'Gardens' })).toBe(first);
  expect(keyFor({ name: 'Parks' })).not.toBe(first);
});
