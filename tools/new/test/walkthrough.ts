/** One step of the worked example in README.md: a command, or lines that somebody types into a file. */
export type Step =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'lines'; readonly path: string; readonly where: 'new' | 'end' | 'before-last' | { readonly below: string }; readonly text: string };

const heading = '## Your first hour';

/** Reads the example out of the README: its ```sh blocks are commands, every other block says before it where it belongs. Throws for one that does not. */
export function stepsOf(readme: string): Step[] {
  const from = readme.indexOf(heading);
  const section = readme.slice(from, readme.indexOf('\n## ', from + heading.length));
  const blocks = [...section.matchAll(/([^\n]+):?\n\n```(\w+)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, said, language, text]): Step[] => {
    if (language === 'sh') return text!.trim().split('\n').map((line) => ({ kind: 'command', text: line }));
    return [{ kind: 'lines', text: text!, ...placeOf(said!) }];
  });
}

function placeOf(said: string): { path: string; where: Exclude<Step, { kind: 'command' }>['where'] } {
  const path = [...said.matchAll(/`([^`]*\/[^`]*\.\w+)`/g)].at(-1)?.[1];
  if (path === undefined) throw new Error(`README.md does not say into which file this goes: ${said}`);
  if (/in a new file `/.test(said)) return { path, where: 'new' };
  if (/at the end of `/.test(said)) return { path, where: 'end' };
  if (/before the last line of `/.test(said)) return { path, where: 'before-last' };
  const below = /[Bb]elow the line with `([^`]+)` in `/.exec(said)?.[1];
  if (below === undefined) throw new Error(`README.md does not say where in ${path} this goes: ${said}`);
  return { path, where: { below } };
}

/** The file as it is after somebody has typed the lines. */
export function typed(before: string | undefined, step: Extract<Step, { kind: 'lines' }>): string {
  if (step.where === 'new') {
    if (before !== undefined) throw new Error(`${step.path} is not new`);
    return step.text;
  }
  if (before === undefined) throw new Error(`${step.path} is missing`);
  if (step.where === 'end') return before + step.text;
  const lines = before.trimEnd().split('\n');
  if (step.where === 'before-last') return `${lines.toSpliced(-1, 0, step.text.trimEnd()).join('\n')}\n`;
  const { below } = step.where;
  const found = lines.flatMap((line, index) => (line.includes(below) ? [index] : []));
  if (found.length !== 1) throw new Error(`${step.path} has ${found.length} lines with ${below}`);
  return `${lines.toSpliced(found[0]! + 1, 0, step.text.trimEnd()).join('\n')}\n`;
}
