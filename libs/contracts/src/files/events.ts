import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id } from '../kernel/shapes.ts';
import { filePurpose } from './models.ts';

const file = { version: 1, scope: 'territory', owner: 'files', orderBy: 'fileId', personal: [] } as const;
const ids = z.object({ fileId: id, ownerId: id, purpose: filePurpose });
const example = { fileId: exampleId(30), ownerId: exampleId(1), purpose: 'avatar' } as const;

export const fileReady = defineEvent({ ...file, name: 'file.ready', about: 'A file is complete, checked and stored; it may be attached.', payload: ids, example });
export const fileErased = defineEvent({
  ...file, name: 'file.erased', about: 'A file is gone for good; whatever shows it must let go of it.',
  payload: ids.extend({ reason: z.enum(['deleted', 'unused']).describe('deleted: by its owner; unused: nothing used it for a day') }),
  example: { ...example, reason: 'deleted' },
});
