import { Icon, type IconName } from '../display/icon.tsx';
import { makeLink, prefixLines, wrapWith, type Written } from './edit-text.ts';

const tools = {
  bold: ['bold', (w: Written) => wrapWith('**', w)],
  italic: ['italic', (w: Written) => wrapWith('_', w)],
  link: ['link', makeLink],
  quote: ['quote', (w: Written) => prefixLines('> ', w)],
  code: ['code', (w: Written) => (w.text.slice(w.start, w.end).includes('\n') ? wrapWith('\n```\n', w) : wrapWith('`', w))],
  list: ['list', (w: Written) => prefixLines('- ', w)],
  task: ['task', (w: Written) => prefixLines('- [ ] ', w)],
} as const satisfies Record<string, readonly [IconName, (written: Written) => Written]>;

export type Tool = keyof typeof tools;

/** What the keys Ctrl+B, Ctrl+I and Ctrl+K do. */
export const toolOfKey: Record<string, Tool> = { b: 'bold', i: 'italic', k: 'link' };

/** Applies a tool to a text. */
export function applyTool(tool: Tool, written: Written): Written {
  return tools[tool][1](written);
}

/** The buttons over the editor. */
export function Toolbar({ label, names, onUse }: { label: string; names: Record<Tool, string>; onUse: (tool: Tool) => void }) {
  return (
    <div role="group" aria-label={label} className="ms-auto flex flex-wrap">
      {(Object.keys(tools) as Tool[]).map((tool) => (
        <button key={tool} type="button" aria-label={names[tool]} title={names[tool]} onClick={() => onUse(tool)} className="grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink sm:size-11">
          <Icon name={tools[tool][0]} />
        </button>
      ))}
    </div>
  );
}
