import { expect, it } from 'vitest';
import { insertAfterLast, insertAtEndOfBlock, insertBefore, insertSorted, setInJson } from './lines.ts';

it('finds its places', () => {
  expect(insertBefore('a\nb', /b/, 'x')).toBe('a\nx\nb');
  expect(insertAfterLast('a\na\nb', /a/, 'x')).toBe('a\na\nx\nb');
  expect(insertSorted('- a\n- c\nz', /^- /, '- b')).toBe('- a\n- b\n- c\nz');
  expect(insertSorted('- a\n- c\nz', /^- /, '- d')).toBe('- a\n- c\n- d\nz');
  expect(insertAtEndOfBlock('interface X {\n  a: 1;\n}\nrest', /^interface X/, '  b: 2;')).toBe('interface X {\n  a: 1;\n  b: 2;\n}\nrest');
  expect(setInJson('{"d":{"c":"1"},"e":{}}', 'd', 'b', '*')).toBe(`${JSON.stringify({ d: { b: '*', c: '1' }, e: {} }, null, 2)}\n`);
});

it('says what is to go where when the place is gone', () => {
  for (const insert of [insertBefore, insertAfterLast, insertSorted, insertAtEndOfBlock]) expect(() => insert('a', /gone/, '  x')).toThrow(/\(gone\).*: x$/);
});
