import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id } from '../kernel/shapes.ts';

const profile = { version: 1, scope: 'territory', owner: 'user', orderBy: 'memberId', personal: [] } as const;

export const profileCreated = defineEvent({
  ...profile, name: 'profile.created', about: 'A verified member got a profile.', payload: z.object({ memberId: id }), example: { memberId: exampleId(1) },
});
export const profileUpdated = defineEvent({
  ...profile, name: 'profile.updated', about: 'A member changed fields of the profile; readers ask for the new values.',
  payload: z.object({ memberId: id, fields: z.array(z.enum(['handle', 'display_name', 'about', 'language', 'time_zone', 'avatar'])) }),
  example: { memberId: exampleId(1), fields: ['display_name'] },
});
