import { parseSync } from 'rolldown/utils';

/** One `import`, `export … from` or `import()` as written. */
interface Import {
  readonly specifier: string;
  /** Only types come through it: it is gone at run time. */
  readonly typeOnly: boolean;
  /** Path below the workspace of the file it means; undefined when that is outside of it. */
  readonly target: string | undefined;
}

/** A file of ours, parsed. Paths are below the workspace, with `/`. */
export interface SourceFile {
  readonly path: string;
  /** The text with comments blanked out, so that rules about code do not trip over prose. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Parses a TypeScript or JavaScript file; `resolve` finds the file behind a specifier. */
export function parseSource(path: string, text: string, resolve: (specifier: string, from: string) => string | undefined): SourceFile {
  const { module, comments } = parseSync(path, text);
  const found: [string, boolean][] = [];
  for (const { moduleRequest, entries } of module.staticImports) found.push([moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)]);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest) found.push([moduleRequest.value, isType]);
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal) found.push([literal[1]!, false]);
  }
  const imports = found.map(([specifier, typeOnly]) => ({ specifier, typeOnly, target: resolve(specifier, path) }));
  return { path, code: blank(text, comments), imports };
}

function blank(text: string, ranges: readonly { start: number; end: number }[]): string {
  let code = text;
  for (const { start, end } of ranges) code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  return code;
}

/** Files that only tests use: they may reach further than what ships. */
export const isTest = (path: string): boolean =>
  /\.(test|itest|spec|stories)\.tsx?$|\/(test|tests|testing|fixtures)\/|\/testing-[^/]+$|^libs\/testing\/|^apps\/e2e\/|vitest[^/]*\.config\.ts$/.test(path);

/** Line number of an offset, from 1. */
export const lineAt = (code: string, offset: number): number => code.slice(0, offset).split('\n').length;
