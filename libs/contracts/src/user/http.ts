import { z } from 'zod';
import { filesErrors } from '../files/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { defineRoute } from '../kernel/routes.ts';
import { handle, id, instant, person, timeZone, uiLanguage, writtenText } from '../kernel/shapes.ts';
import { userErrors } from './errors.ts';

const owner = 'user';
export const ownProfile = person.extend({
  handle: z.string(),
  about: z.string(),
  language: uiLanguage,
  timeZone: z.string(),
  memberSince: instant,
  complete: z.boolean().describe('False until the member chose a display name'),
});
export const publicProfile = person.extend({ handle: z.string(), about: z.string(), memberSince: instant });

export const getOwnProfile = defineRoute({
  owner, id: 'getOwnProfile', method: 'GET', path: '/users/me', access: 'member', about: "The signed-in member's own profile.",
  answer: ownProfile, errors: [userErrors.profile_not_ready],
});
export const updateOwnProfile = defineRoute({
  owner, id: 'updateOwnProfile', method: 'PATCH', path: '/users/me', access: 'member', about: 'Changes the named fields of the own profile.',
  body: z.object({
    handle: handle.optional(), displayName: writtenText({ min: 1, max: 60 }).optional(), about: writtenText({ min: 0, max: 500 }).optional(),
    language: uiLanguage.optional(), timeZone: timeZone.optional(),
    avatarFileId: id.nullable().optional().describe('An own file of the purpose avatar; null takes the picture away'),
  }),
  answer: ownProfile,
  errors: [
    userErrors.handle_taken, userErrors.profile_not_ready, filesErrors.file_gone, filesErrors.file_not_ready, filesErrors.file_not_yours, filesErrors.file_purpose_wrong,
    commonErrors.service_unavailable,
  ],
});
export const getProfile = defineRoute({
  owner, id: 'getProfile', method: 'GET', path: '/users/by-handle/{handle}', access: 'member', about: 'A member as others of the territory see them.',
  params: z.object({ handle }), answer: publicProfile, errors: [commonErrors.not_found],
});
export const suggestPeople = defineRoute({
  owner, id: 'suggestPeople', method: 'GET', path: '/users/suggestions', access: 'member', about: 'Members whose handle starts like this (8 at most), for mentions.',
  query: z.object({ prefix: z.string().trim().toLowerCase().max(30).default('') }), answer: z.object({ items: z.array(person) }),
});
