import { checkCycles } from './rules/cycles.ts';
import { checkDeclared } from './rules/declared.ts';
import { checkFrontend } from './rules/frontend.ts';
import { readGraph } from './rules/project-graph.ts';
import { checkServices } from './rules/service.ts';
import { checkStrings } from './rules/strings.ts';
import { checkTags } from './rules/tags.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

/** Every rule that needs no more than the files. */
export function checkFiles(workspace: Workspace): string[] {
  const { files, projects } = workspace;
  return [...checkDeclared(workspace), ...checkServices(files, projects), ...checkFrontend(files, projects), ...checkStrings(workspace), ...checkCycles(files)];
}

/** All rules over a workspace, as sentences; none when it is in order. */
export async function check(root: string): Promise<{ faults: string[]; files: number }> {
  const asked = readGraph(root);
  // Nx takes seconds in its own process; the files are read meanwhile.
  asked.catch(() => {});
  const workspace = readWorkspace(root);
  const faults = checkFiles(workspace);
  // One sentence for one fault, also when a line commits it twice.
  return { faults: [...new Set([...checkTags(await asked, workspace.projects), ...faults])], files: workspace.files.length };
}
