import { Script, createContext } from 'node:vm';
import { commonErrors, Problem } from '@unityplan/contracts';

/** Parsing is quadratic for some texts nobody writes by hand: below this length even those are done in milliseconds. */
const harmlessLength = 2_000;
const mostMs = 1_000;
/** Deeper than any text a person can follow; recursion over the tree is safe below it. */
const mostDepth = 60;

const context = createContext({ work: undefined as (() => void) | undefined });
const script = new Script('work()');

/** A text that would take too long or nests too deeply; the writer is told what to change. */
export function tooInvolved(message: string, path: string): Problem {
  return new Problem(commonErrors.input_invalid, {}, [{ path, message }]);
}

/**
 * Runs synchronous work on a text under a deadline, so that no text holds up everyone else's requests.
 * V8 itself stops the work (a vm script with a timeout costs 0.4 ms, hence not for short texts).
 */
export function withinLimits<T>(text: string, path: string, work: () => T): T {
  try {
    return text.length <= harmlessLength ? work() : deadline(work);
  } catch (error) {
    if (error instanceof RangeError) throw tooInvolved('Nest quotes and lists less deeply', path);
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw tooInvolved('Use simpler markup, or split the text', path);
    throw error;
  }
}

function deadline<T>(work: () => T): T {
  let result: { value: T } | undefined;
  context['work'] = () => void (result = { value: work() });
  try {
    script.runInContext(context, { timeout: mostMs });
  } finally {
    context['work'] = undefined;
  }
  return result!.value;
}

/** Throws when a tree is deeper than `mostDepth`. Does not recurse itself. */
export function refuseDeepTree(tree: { children?: unknown[] }, path: string): void {
  const open: [node: { children?: unknown[] }, depth: number][] = [[tree, 1]];
  for (let at = open.pop(); at; at = open.pop()) {
    const [node, depth] = at;
    if (depth > mostDepth) throw tooInvolved('Nest quotes and lists less deeply', path);
    for (const child of node.children ?? []) open.push([child as { children?: unknown[] }, depth + 1]);
  }
}
