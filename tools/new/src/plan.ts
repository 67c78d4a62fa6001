import type { Changes } from './changes.ts';
import type { Command } from './command.ts';
import { newCapability } from './kinds/capability.ts';
import { newEvent } from './kinds/event.ts';
import { newMigration } from './kinds/migration.ts';
import { newPage } from './kinds/page.ts';
import { newService } from './kinds/service.ts';

/** What must be derived anew after files were written. */
export interface Aftermath {
  /** Documents, SDK and error texts, from the contracts. */
  readonly generate: boolean;
  /** The lockfile and the link of a new workspace. */
  readonly install: boolean;
  /** The frontend's tree of routes. */
  readonly routes: boolean;
}

/** Plans what a command writes, and refuses what does not fit. Nothing is written yet. */
export function plan(changes: Changes, { kind, name, options, global }: Command, now: Date): Aftermath {
  switch (kind) {
    case 'service':
      newService(changes, { name, ...options }, now);
      return { generate: true, install: true, routes: false };
    case 'capability':
      newCapability(changes, { name, ...options }, now);
      return { generate: true, install: false, routes: false };
    case 'event':
      newEvent(changes, { name, ...options }, now);
      return { generate: true, install: false, routes: false };
    case 'migration':
      newMigration(changes, { name, ...options, global }, now);
      return { generate: false, install: false, routes: false };
    case 'page':
      newPage(changes, { name, ...options });
      return { generate: false, install: false, routes: true };
  }
}
