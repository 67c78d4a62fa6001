import { expect, it } from 'vitest';
import { addImport, addToModule, importNames } from './imports.ts';

const file = "import { a } from 'b';\nimport { c } from '../d.ts';\nimport { e } from './f.ts';\n\nconst x = 1;\n";

it.each([
  ["import { z } from 'zod';", 1], ["import { z } from '@aa/b';", 0], ["import { z } from './a.ts';", 2], ["import { z } from './z.ts';", 3], ["import { z } from '../a.ts';", 1],
])('puts %s where it belongs', (line, at) => expect(addImport(file, line).split('\n')[at]).toBe(line));

it('begins the imports of a file that has none, and repeats nothing', () => {
  expect(addImport('const x = 1;\n', "import 'y';")).toBe("import 'y';\n\nconst x = 1;\n");
  expect(addImport(file, "import { a } from 'b';")).toBe(file);
});

it('adds names to an import that is there', () => {
  expect(importNames("import { id, type Z } from './s.ts';\n", './s.ts', ['instant', 'id'])).toBe("import { id, instant, type Z } from './s.ts';\n");
  expect(importNames("import { id, type A } from './s.ts';\n", './s.ts', ['z'])).toBe("import { id, z, type A } from './s.ts';\n");
  expect(importNames('', './s.ts', ['z', 'id'])).toContain("import { id, z } from './s.ts';");
  expect(importNames("import type { Z } from './s.ts';\n", './s.ts', ['id'])).toContain("import { id } from './s.ts';");
});

it('adds to a module in one line, over many lines, and to an empty list', () => {
  expect(addToModule('controllers: [A],', 'controllers', ['B'])).toBe('controllers: [B, A],');
  expect(addToModule('providers: [\n    // kept\n    A,\n  ],', 'providers', ['B', 'C'])).toBe('providers: [\n    B, C,\n    // kept\n    A,\n  ],');
  expect(addToModule('const controllers = [\n  A,\n];\n@Module({ controllers })', 'controllers', ['B'])).toBe('const controllers = [\n  B,\n  A,\n];\n@Module({ controllers })');
  expect(addToModule('controllers: [],', 'controllers', ['B'])).toBe('controllers: [B],');
  expect(() => addToModule('export class X {}', 'controllers', ['B'])).toThrow('no list "controllers');
});
