import { z } from 'zod';
import { exampleId } from '../kernel/examples.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id, person, uiLanguage } from '../kernel/shapes.ts';

export const getPeople = defineRpc({
  owner: 'user', method: 'get_people', about: 'How others see these members. Unknown ids are left out.',
  input: z.object({ memberIds: z.array(id).max(200) }), output: z.object({ people: z.array(person) }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { memberIds: [exampleId(1)] }, output: { people: [{ memberId: exampleId(1), handle: 'freja', displayName: 'Freja' }] } },
});
export const resolveHandles = defineRpc({
  owner: 'user', method: 'resolve_handles', about: 'Members behind handles. Unknown handles are left out.',
  input: z.object({ handles: z.array(z.string().max(30)).max(50) }), output: z.object({ people: z.array(z.object({ handle: z.string(), memberId: id })) }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { handles: ['freja'] }, output: { people: [{ handle: 'freja', memberId: exampleId(1) }] } },
});
export const getLocale = defineRpc({
  owner: 'user', method: 'get_locale', about: 'Language and time zone in which to speak to a member, and the name to greet with.',
  input: z.object({ memberId: id }), output: z.object({ language: uiLanguage, timeZone: z.string(), displayName: z.string().nullable(), handle: z.string().nullable() }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { memberId: exampleId(1) }, output: { language: 'da', timeZone: 'Europe/Copenhagen', displayName: 'Freja', handle: 'freja' } },
});
