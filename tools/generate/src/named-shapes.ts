import { z } from 'zod';
import * as contracts from '@unityplan/contracts';

const named = new Set(['object', 'enum', 'union']);
const pascal = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** What an owner exports under this name is called so in documents and in the SDK, where the bare name says too little. */
const betterNames: Record<string, string> = { entry: 'StreamEntry', entryData: 'StreamEntryData', entryName: 'StreamEntryName', client: 'ClientKind' };

/** Owners whose shapes stay without names: fields of a course's document have defaults, so it is not the same when sent and when answered. */
const writtenOut = new Set(['course']);

let done = false;

/**
 * Gives every object, enum and union that a contract module exports its name (`forum.post` → `Post`), so that documents
 * and the SDK speak of `Post` instead of repeating it. Throws when two owners export different shapes of one name.
 */
export function nameShapes(): void {
  if (done) return;
  done = true;
  const taken = new Map<string, z.ZodType>();
  const give = (exportName: string, schema: z.ZodType): void => {
    const name = betterNames[exportName] ?? pascal(exportName);
    if (taken.has(name) && taken.get(name) !== schema) throw new Error(`two contracts export a shape called ${name}; rename one of them`);
    taken.set(name, schema);
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id: name });
  };
  give('avatar', contracts.avatar);
  give('person', contracts.person);
  give('problem', contracts.problem);
  give('fieldFault', contracts.fieldFault);
  for (const [owner, shapes] of Object.entries(contracts.owners)) {
    if (writtenOut.has(owner)) continue;
    for (const [exportName, value] of Object.entries(shapes)) if (value instanceof z.ZodType && named.has(value._zod.def.type)) give(exportName, value);
  }
}
