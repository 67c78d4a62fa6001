import type { SourceFile } from '../source-file.ts';

/**
 * Import cycles over files. An import of types only is gone at run time and may point back; every other import in a
 * cycle makes the order of loading matter.
 */
export function checkCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, file.imports.flatMap(({ typeOnly, target }) => (typeOnly || !target ? [] : [target]))]));
  const state = new Map<string, 'open' | 'done'>();
  const faults: string[] = [];
  const trail: string[] = [];
  const visit = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const next of targets.get(path) ?? []) {
      if (state.get(next) === 'open') faults.push(`import cycle: ${[...trail.slice(trail.indexOf(next)), next].join(' → ')}`);
      else if (!state.has(next)) visit(next);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of targets.keys()) if (!state.has(path)) visit(path);
  return faults;
}
